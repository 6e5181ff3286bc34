import type { Endpoints } from "./endpoint.ts";

/** The `convex` package whose clients and CLI this deployment is made for. */
export const SPEAKS = "1.48.0";

/** What the deployment says of itself (HTTP-08). */
export function aboutEndpoints(instanceName: string): Endpoints {
  const text = (words: string) => () => new Response(words, { headers: { "content-type": "text/plain" } });
  return {
    "GET /version": text(`embedded-${SPEAKS}`),
    "GET /instance_version": text(`embedded-${SPEAKS}`),
    "GET /instance_name": text(instanceName),
  };
}
