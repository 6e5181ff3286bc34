import type { GenericOAuthConfig } from "better-auth/plugins/generic-oauth";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { env } from "../../functions";

/** A sign-in service that the deployment's variables name. */
export type Provider = {
  providerId: "google" | "microsoft" | "oidc";
  /** As the button says it. */
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** The provider's word that a school's own directory is behind every address, so that each counts as verified. */
  isDirectory: boolean;
};

/** The providers of this deployment: each when all its variables are set (convex/README.md). */
export function providers(): Provider[] {
  const found: Provider[] = [];
  const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET } = env;
  if (GOOGLE_CLIENT_ID && GOOGLE_CLIENT_SECRET) {
    found.push({
      providerId: "google",
      name: "Google",
      issuer: "https://accounts.google.com",
      clientId: GOOGLE_CLIENT_ID,
      clientSecret: GOOGLE_CLIENT_SECRET,
      isDirectory: false,
    });
  }
  const { MICROSOFT_CLIENT_ID, MICROSOFT_CLIENT_SECRET, MICROSOFT_TENANT_ID } = env;
  if (MICROSOFT_CLIENT_ID && MICROSOFT_CLIENT_SECRET && isOneTenant(MICROSOFT_TENANT_ID)) {
    found.push({
      providerId: "microsoft",
      name: "Microsoft",
      issuer: `https://login.microsoftonline.com/${MICROSOFT_TENANT_ID}/v2.0`,
      clientId: MICROSOFT_CLIENT_ID,
      clientSecret: MICROSOFT_CLIENT_SECRET,
      isDirectory: true,
    });
  }
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env;
  if (OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET) {
    found.push({
      providerId: "oidc",
      name: OIDC_NAME ?? new URL(OIDC_ISSUER).hostname,
      issuer: OIDC_ISSUER.replace(/\/$/, ""),
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      isDirectory: false,
    });
  }
  return found;
}

/** One directory, by its id: in the shared ones ("common") anybody makes an account with any address they like. */
const isOneTenant = (tenant: string | undefined) => /^[0-9a-f-]{36}$/i.test(tenant ?? "");

type Discovery = { jwks_uri: string; issuer: string };

/** What better-auth needs to know of a provider. The identity token is verified against the provider's own keys. */
export function configOf({
  providerId,
  issuer,
  clientId,
  clientSecret,
  isDirectory,
}: Provider): GenericOAuthConfig {
  const discoveryUrl = `${issuer}/.well-known/openid-configuration`;
  return {
    providerId,
    discoveryUrl,
    clientId,
    clientSecret,
    scopes: ["openid", "email", "profile"],
    pkce: true,
    prompt: "select_account",
    getUserInfo: async ({ idToken }) => {
      if (!idToken) return null;
      const discovery = (await (await fetch(discoveryUrl)).json()) as Discovery;
      const keys = createRemoteJWKSet(new URL(discovery.jwks_uri));
      const { payload } = await jwtVerify(idToken, keys, { issuer: discovery.issuer, audience: clientId });
      const { sub, email, name } = payload as Record<string, string | undefined>;
      if (!sub || !email) return null;
      const isVerified = payload.email_verified === true || isDirectory;
      return { id: sub, email, name: name ?? email, emailVerified: isVerified };
    },
  };
}
