import { getAuthConfigProvider } from "@convex-dev/better-auth/auth-config";
import type { AuthConfig } from "convex/server";

/** Whose identity tokens this deployment believes: its own, signed by better-auth. */
export default { providers: [getAuthConfigProvider()] } satisfies AuthConfig;
