import { httpRouter } from "convex/server";
import { authComponent, createAuth } from "./auth";

const http = httpRouter();

/** Signing up, in and out, and the keys that tokens are checked with: /api/auth/... */
authComponent.registerRoutesLazy(http, createAuth);

export default http;
