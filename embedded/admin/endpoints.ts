import type { Endpoints } from "../http/endpoint.ts";

/** What the `convex` CLI asks about the deployment besides its system functions. */
export function adminEndpoints(addresses: { cloudUrl: string; siteUrl: string }): Endpoints {
  return {
    "GET /api/v1/get_canonical_urls": () =>
      Response.json({ convexCloudUrl: addresses.cloudUrl, convexSiteUrl: addresses.siteUrl }),
  };
}
