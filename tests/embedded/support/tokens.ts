import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";

/** Issues the tokens that the ledger project's auth config accepts. */
export class TokenIssuer {
  private constructor(
    private readonly privateKey: CryptoKey,
    /** For the environment variable `LEDGER_JWKS`. */
    readonly keySet: string,
  ) {}

  static async open(): Promise<TokenIssuer> {
    const { publicKey, privateKey } = await generateKeyPair("ES256");
    const jwk = { ...(await exportJWK(publicKey)), kid: "test", alg: "ES256", use: "sig" };
    const keySet = `data:application/json,${encodeURIComponent(JSON.stringify({ keys: [jwk] }))}`;
    return new TokenIssuer(privateKey, keySet);
  }

  /** `lifetime` in seconds from now; negative for a token that has already expired. */
  async token(subject: string, lifetime = 3_600, claims: JWTPayload = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1_000);
    return await new SignJWT({ name: subject, jti: crypto.randomUUID(), ...claims })
      .setProtectedHeader({ alg: "ES256", kid: "test" })
      .setIssuer("https://issuer.example")
      .setAudience("ledger")
      .setSubject(subject)
      .setIssuedAt(now + Math.min(0, lifetime - 60))
      .setExpirationTime(now + lifetime)
      .sign(this.privateKey);
  }
}
