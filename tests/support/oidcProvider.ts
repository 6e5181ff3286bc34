import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

/** What the provider says about whoever signs in next. */
export type Claims = { sub: string; email: string; name?: string; email_verified?: boolean };

/** A small sign-in service of its own on this machine: OpenID Connect's code flow with PKCE, keys and tokens real. */
export class OidcProvider {
  readonly clientId = "openiep-tests";
  readonly clientSecret = "a secret between two test programs";
  issuer = "";
  /** Signs with a key that is not among the published ones: a forger's. */
  isForged = false;
  #claims: Claims = { sub: "nobody", email: "nobody@example.test" };
  readonly #challenges = new Map<string, string>();

  private constructor(
    private readonly server: Server,
    private readonly keys: Awaited<ReturnType<typeof generateKeyPair>>,
    private readonly forger: Awaited<ReturnType<typeof generateKeyPair>>,
  ) {}

  static async open(): Promise<OidcProvider> {
    const keys = await generateKeyPair("RS256");
    const server = createServer();
    const provider = new OidcProvider(server, keys, await generateKeyPair("RS256"));
    server.on("request", (request, response) => {
      void provider.answer(request).then((body) => {
        response.writeHead(body === null ? 404 : 200, { "content-type": "application/json" });
        response.end(JSON.stringify(body));
      });
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    provider.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return provider;
  }

  async close(): Promise<void> {
    await new Promise((closed) => this.server.close(closed));
  }

  /** Somebody signs in on the provider's page: answers with the code that its redirect carries. */
  consent(authorizationUrl: string, claims: Claims): string {
    this.#claims = claims;
    const code = crypto.randomUUID();
    this.#challenges.set(code, new URL(authorizationUrl).searchParams.get("code_challenge") ?? "");
    return code;
  }

  private async answer(request: IncomingMessage): Promise<object | null> {
    const { issuer } = this;
    switch (request.url) {
      case "/.well-known/openid-configuration":
        return {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
        };
      case "/keys":
        return {
          keys: [{ ...(await exportJWK(this.keys.publicKey)), kid: "one", alg: "RS256", use: "sig" }],
        };
      case "/token":
        return await this.token(new URLSearchParams(await textOf(request)));
      default:
        return null;
    }
  }

  /** The code counts once, and only with the verifier of the challenge that it was asked with (RFC 7636). */
  private async token(form: URLSearchParams): Promise<object> {
    const code = form.get("code") ?? "";
    const challenge = this.#challenges.get(code);
    this.#challenges.delete(code);
    const digest = await crypto.subtle.digest(
      "SHA-256",
      new TextEncoder().encode(form.get("code_verifier") ?? ""),
    );
    if (challenge !== Buffer.from(digest).toString("base64url")) return { error: "invalid_grant" };
    const { privateKey } = this.isForged ? this.forger : this.keys;
    const { sub, ...claims } = this.#claims;
    const idToken = await new SignJWT(claims)
      .setProtectedHeader({ alg: "RS256", kid: "one" })
      .setIssuer(this.issuer)
      .setAudience(this.clientId)
      .setSubject(sub)
      .setIssuedAt()
      .setExpirationTime("5m")
      .sign(privateKey);
    return { access_token: crypto.randomUUID(), token_type: "Bearer", expires_in: 300, id_token: idToken };
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const piece of request) text += String(piece);
  return text;
}
