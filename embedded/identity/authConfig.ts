/** An entry of `auth.config.ts`: who may issue tokens, and how they are checked. */
export type AuthProvider =
  | { domain: string; applicationID: string }
  | {
      type: "customJwt";
      issuer: string;
      jwks: string;
      algorithm: string;
      applicationID?: string | null;
    };

/** The issuer as tokens name it. An OpenID Connect domain may be given without its scheme. */
export function issuerOf(provider: AuthProvider): string {
  if ("issuer" in provider) return provider.issuer;
  return /^https?:\/\//.test(provider.domain) ? provider.domain : `https://${provider.domain}`;
}
