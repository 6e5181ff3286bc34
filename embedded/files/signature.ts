import { createHmac, timingSafeEqual } from "node:crypto";

/** Signs parts of addresses with the instance's secret, so that nobody else can make one up. */
export class Signer {
  constructor(private readonly secret: string) {}

  sign(...parts: readonly string[]): string {
    return createHmac("sha256", this.secret).update(JSON.stringify(parts)).digest("base64url");
  }

  verify(signature: string, ...parts: readonly string[]): boolean {
    const expected = Buffer.from(this.sign(...parts));
    const given = Buffer.from(signature);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}
