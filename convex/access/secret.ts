import { env } from "../functions";

const SHORTEST_SECRET = 32;

/**
 * The deployment's own secret, which signs sessions and mixes invitation tokens. Without one better-auth would
 * sign with a secret that everybody knows, so nothing is signed at all.
 */
export function requireSecret(): string {
  const secret = env.BETTER_AUTH_SECRET ?? "";
  if (secret.length >= SHORTEST_SECRET) return secret;
  throw new Error("Set BETTER_AUTH_SECRET on this deployment: 32 random characters or more.");
}
