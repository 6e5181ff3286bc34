import type { createAuthMiddleware } from "better-auth/api";

/** A request to a route of better-auth, as its hooks see it. */
export type AuthRequest = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];
