import {
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from "jose";

/** Fetches a URL that an auth provider names; answered from inside if it is this deployment's own. */
export type FetchUrl = (url: string) => Promise<Response>;

/** The public keys of token issuers, kept for ten minutes and fetched again (at most every 10 s) for an unknown key. */
export class KeySets {
  private readonly byUrl = new Map<string, JWTVerifyGetKey>();
  private readonly discovered = new Map<string, Promise<string>>();

  constructor(private readonly fetchUrl: FetchUrl) {}

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
    return createRemoteJWKSet(new URL(url), {
      cooldownDuration: 10_000,
      [customFetch]: (address: string) => this.fetchUrl(address),
    });
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
