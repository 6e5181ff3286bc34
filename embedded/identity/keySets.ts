import {
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  errors,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from "jose";

/** Fetches a URL that an auth provider names; answered from inside if it is this deployment's own. */
export type FetchUrl = (url: string) => Promise<Response>;

/** How long a foreign key set is not asked again for a key that it lacks, in ms. */
const COOLDOWN_MS = 10_000;

/**
 * The public keys of token issuers, kept for ten minutes. One that lacks a token's key is fetched again: a foreign
 * one at most every 10 s; this deployment's own at once, so that a new key counts from its first token on. That gives
 * nobody more than the key set's own route, which answers everybody as often as they ask.
 */
export class KeySets {
  private readonly byUrl = new Map<string, JWTVerifyGetKey>();
  private readonly discovered = new Map<string, Promise<string>>();

  constructor(
    private readonly fetchUrl: FetchUrl,
    private readonly isOwn: (url: string) => boolean,
  ) {}

  /** The key set at an `https:`, `http:` or `data:` URL. */
  at(url: string): JWTVerifyGetKey {
    let keys = this.byUrl.get(url);
    if (!keys) {
      keys = url.startsWith("data:") ? fromDataUrl(url) : this.remote(url);
      this.byUrl.set(url, keys);
    }
    return keys;
  }

  /** The key set that an OpenID Connect issuer's discovery document names. */
  async ofIssuer(issuer: string): Promise<JWTVerifyGetKey> {
    let url = this.discovered.get(issuer);
    if (!url) {
      url = this.discover(issuer);
      this.discovered.set(issuer, url);
      url.catch(() => this.discovered.delete(issuer));
    }
    return this.at(await url);
  }

  private remote(url: string): JWTVerifyGetKey {
    const isOwn = this.isOwn(url);
    const keys = createRemoteJWKSet(new URL(url), {
      cooldownDuration: isOwn ? 0 : COOLDOWN_MS,
      [customFetch]: (address: string) => this.fetchUrl(address),
    });
    if (!isOwn) return keys;
    return async (header, token) => {
      try {
        return await keys(header, token);
      } catch (error) {
        if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
        // It may have joined a fetch that had left before the key was there.
        return await keys(header, token);
      }
    };
  }

  private async discover(issuer: string): Promise<string> {
    const response = await this.fetchUrl(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`);
    if (!response.ok) throw new Error(`Auth provider discovery of ${issuer} failed: ${response.status}`);
    const document = (await response.json()) as { jwks_uri?: unknown };
    if (typeof document.jwks_uri !== "string")
      throw new Error(`Auth provider discovery of ${issuer} names no key set`);
    return document.jwks_uri;
  }
}

function fromDataUrl(url: string): JWTVerifyGetKey {
  const [, head = "", body = ""] = /^data:([^,]*),(.*)$/s.exec(url) ?? [];
  const text = head.endsWith(";base64")
    ? Buffer.from(decodeURIComponent(body), "base64").toString("utf8")
    : decodeURIComponent(body);
  return createLocalJWKSet(JSON.parse(text) as JSONWebKeySet);
}
