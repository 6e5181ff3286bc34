/** How invitation links are made: the link holds the token, the database only its hash. */

const encoder = new TextEncoder();

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

/**
 * A token that nobody can guess. A mutation's random numbers come from a seeded generator, so they are
 * mixed with the deployment's secret by HMAC-SHA256: without the secret the token stays unpredictable.
 */
export async function makeToken(secret: string): Promise<string> {
  const key = await crypto.subtle.importKey(
    "raw",
    encoder.encode(`openiep/invitation/${secret}`),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  const drawn = crypto.getRandomValues(new Uint8Array(32));
  return base64url(new Uint8Array(await crypto.subtle.sign("HMAC", key, drawn)));
}

/** SHA-256 of a token: enough to recognize it, useless for making it. */
export async function hashToken(token: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest("SHA-256", encoder.encode(token))));
}
