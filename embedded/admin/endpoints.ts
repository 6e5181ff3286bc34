import type { Addresses } from "../deploy/addresses.ts";
import type { Endpoints } from "../http/endpoint.ts";

/** What the `convex` CLI asks about the deployment besides its system functions. */
export function adminEndpoints(addresses: () => Addresses): Endpoints {
  return {
    "GET /api/v1/get_canonical_urls": () => {
      const { cloudUrl, siteUrl } = addresses();
      return Response.json({ convexCloudUrl: cloudUrl, convexSiteUrl: siteUrl });
    },
  };
}
