import { httpRouter } from "convex/server";
import { authComponent, createAuth } from "./auth";
import { download as downloadDocument } from "./documents/download";
import { download } from "./exports/download";

const http = httpRouter();

/** Signing up, in and out, and the keys that tokens are checked with: /api/auth/... */
authComponent.registerRoutesLazy(http, createAuth);

/** Files that somebody was given leave to fetch: /api/download/<secret> */
http.route({ pathPrefix: "/api/download/", method: "GET", handler: download });

/** A document about a child, which wins as the longer prefix: /api/download/document/<token> */
http.route({ pathPrefix: "/api/download/document/", method: "GET", handler: downloadDocument });

export default http;
