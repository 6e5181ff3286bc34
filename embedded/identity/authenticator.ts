import { decodeJwt, errors, type JWTPayload, jwtVerify } from "jose";
import { Problem } from "../http/problem.ts";
import { sameKey } from "./adminKey.ts";
import { type AuthProvider, issuerOf } from "./authConfig.ts";
import { attributesOf } from "./claims.ts";
import type { Identity, UserAttributes } from "./identity.ts";
import type { FetchUrl } from "./keySets.ts";
import { KeySets } from "./keySets.ts";

/** What a caller shows of himself. */
export type Credential =
  | { kind: "none" }
  | { kind: "token"; token: string }
  | { kind: "admin"; key: string; actingAs: Record<string, unknown> | null };

/** `expiresAt` in milliseconds since 1970; null if the identity does not expire. */
export type Authenticated = { identity: Identity; expiresAt: number | null };

const CLOCK_TOLERANCE_S = 5;

/** Tells who a caller is, as the deployed auth config says. */
export class Authenticator {
  private readonly keySets: KeySets;

  constructor(
    private readonly options: {
      adminKey: string;
      /** Those of the deployed `auth.config.ts`, asked at every call. */
      providers: () => readonly AuthProvider[];
      fetchUrl: FetchUrl;
      /** Whether this deployment itself answers at a URL. */
      isOwn: (url: string) => boolean;
    },
  ) {
    this.keySets = new KeySets(options.fetchUrl, options.isOwn);
  }

  /** Throws a `Problem` (401, or 403 for a wrong admin key) that says what is wrong with the credential. */
  async authenticate(credential: Credential): Promise<Authenticated> {
    switch (credential.kind) {
      case "none":
        return { identity: { kind: "anonymous" }, expiresAt: null };
      case "admin":
        return { identity: this.admin(credential.key, credential.actingAs), expiresAt: null };
      case "token":
        return await this.user(credential.token);
    }
  }

  /** Reads an `Authorization` header: `Bearer <token>`, `Convex <admin key>[:<base64 of an identity>]`, or nothing. */
  async fromHeader(header: string | null): Promise<Identity> {
    if (!header) return { kind: "anonymous" };
    const [, scheme = "", value = ""] = /^(\S+)\s+(.*)$/.exec(header) ?? [];
    if (scheme.toLowerCase() === "bearer")
      return (await this.authenticate({ kind: "token", token: value.trim() })).identity;
    if (scheme.toLowerCase() !== "convex") throw invalid("Expected a Bearer token or a Convex admin key");
    const [key = "", actingAs] = value.trim().split(":");
    return this.admin(key, actingAs === undefined ? null : decodeActingAs(actingAs));
  }

  private admin(key: string, actingAs: Record<string, unknown> | null): Identity {
    if (!sameKey(key, this.options.adminKey))
      throw new Problem(403, "BadDeployKey", "The provided deploy key was invalid for this deployment");
    return actingAs === null ? { kind: "admin" } : { kind: "admin", actingAs: actingAs as UserAttributes };
  }

  private async user(token: string): Promise<Authenticated> {
    const claims = unverifiedClaims(token);
    const provider = this.providerOf(claims);
    const custom = "issuer" in provider;
    try {
      const keys = custom ? this.keySets.at(provider.jwks) : await this.keySets.ofIssuer(issuerOf(provider));
      const { payload } = await jwtVerify(token, keys, {
        algorithms: custom ? [provider.algorithm] : ["RS256", "ES256"],
        clockTolerance: CLOCK_TOLERANCE_S,
        requiredClaims: ["sub", "iss", "exp"],
      });
      const identity: Identity = { kind: "user", attributes: attributesOf(payload, custom) };
      return { identity, expiresAt: ((payload.exp ?? 0) + CLOCK_TOLERANCE_S) * 1_000 };
    } catch (error) {
      if (error instanceof errors.JWTExpired)
        throw new Problem(401, "Unauthenticated", "Could not verify the token: it has expired");
      const reason = error instanceof Error ? error.message : String(error);
      throw invalid(`Could not verify the token: ${reason}`);
    }
  }

  private providerOf(claims: JWTPayload): AuthProvider {
    const audiences = [claims.aud ?? []].flat();
    const provider = this.options.providers().find((candidate) => {
      const sameIssuer = trimmed(issuerOf(candidate)) === trimmed(claims.iss ?? "");
      return sameIssuer && (!candidate.applicationID || audiences.includes(candidate.applicationID));
    });
    if (provider) return provider;
    throw new Problem(
      401,
      "NoAuthProvider",
      `No auth provider found matching the given token (issuer ${claims.iss}, audience ${audiences.join(", ")}). Check auth.config.ts.`,
    );
  }
}

function unverifiedClaims(token: string): JWTPayload {
  try {
    return decodeJwt(token);
  } catch {
    throw invalid("Could not parse the token: it is not a JWT");
  }
}

function decodeActingAs(base64: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(base64, "base64").toString("utf8"));
    if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  } catch {
    // Falls through to the same refusal as any other value that is no identity.
  }
  throw invalid("The identity to act as is not an object");
}

function invalid(message: string): Problem {
  return new Problem(401, "InvalidAuthHeader", message);
}

function trimmed(issuer: string): string {
  return issuer.replace(/\/$/, "");
}
