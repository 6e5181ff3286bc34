import { convexClient } from "@convex-dev/better-auth/client/plugins";
import { createAuthClient } from "better-auth/react";

/** Sessions live in a cookie of the page's own origin: /api/auth/* is served by the same host as the page. */
export const authClient = createAuthClient({
  baseURL: window.location.origin,
  plugins: [convexClient()],
});
