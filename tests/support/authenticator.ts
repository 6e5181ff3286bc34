/** What the page's script hands to the device, as far as this one looks at it. */
type CreationOptions = { challenge: string; rp: { id: string } };
type RequestOptions = { challenge: string; rpId: string };

/** Bits of the authenticator data (WebAuthn Level 3, 6.1). */
const PRESENT = 0x01;
const VERIFIED = 0x04;
const WITH_KEY = 0x40;

/** A device that holds one passkey: real keys and signatures, as WebAuthn Level 3 lays them out. */
export class Authenticator {
  /** Checks its owner by a touch, a face or a code, as a passkey has to. */
  checksOwner = true;
  #uses = 0;

  private constructor(
    private readonly keys: CryptoKeyPair,
    private readonly origin: string,
    private readonly credentialId = crypto.getRandomValues(new Uint8Array(16)),
  ) {}

  static async open(origin: string): Promise<Authenticator> {
    const keys = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, [
      "sign",
      "verify",
    ]);
    return new Authenticator(keys as CryptoKeyPair, origin);
  }

  /** Makes the passkey for a site. */
  async create({ challenge, rp }: CreationOptions) {
    const key = await this.#publicKey();
    const idLength = [0, this.credentialId.length];
    const held = bytes(new Uint8Array(16), idLength, this.credentialId, key);
    const data = bytes(await this.#about(rp.id, WITH_KEY), held);
    // {"fmt": "none", "attStmt": {}, "authData": data} in CBOR (RFC 8949)
    const attestation = bytes(
      [0xa3, 0x63, ...ascii("fmt"), 0x64, ...ascii("none"), 0x67, ...ascii("attStmt"), 0xa0],
      [0x68, ...ascii("authData"), 0x58, data.length],
      data,
    );
    return this.#answer({
      clientDataJSON: base64url(this.#asked("webauthn.create", challenge)),
      attestationObject: base64url(attestation),
      transports: ["internal"],
    });
  }

  /** Signs its owner in. */
  async get({ challenge, rpId }: RequestOptions) {
    this.#uses += 1;
    const data = await this.#about(rpId);
    const asked = this.#asked("webauthn.get", challenge);
    const signed = bytes(data, await sha256(asked));
    const how = { name: "ECDSA", hash: "SHA-256" };
    const signature = new Uint8Array(await crypto.subtle.sign(how, this.keys.privateKey, signed));
    return this.#answer({
      clientDataJSON: base64url(asked),
      authenticatorData: base64url(data),
      signature: base64url(der(signature)),
    });
  }

  #answer(response: object) {
    const id = base64url(this.credentialId);
    return { id, rawId: id, type: "public-key", clientExtensionResults: {}, response };
  }

  #asked(type: string, challenge: string): Uint8Array<ArrayBuffer> {
    return bytes(ascii(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false })));
  }

  async #about(site: string, more = 0): Promise<Uint8Array<ArrayBuffer>> {
    const flags = PRESENT | (this.checksOwner ? VERIFIED : 0) | more;
    return bytes(await sha256(bytes(ascii(site))), [flags, 0, 0, 0, this.#uses]);
  }

  /** {1: 2, 3: -7, -1: 1, -2: x, -3: y}: an EC2 key for ES256 on P-256 (RFC 9053). */
  async #publicKey(): Promise<Uint8Array<ArrayBuffer>> {
    const point = new Uint8Array(await crypto.subtle.exportKey("raw", this.keys.publicKey));
    const [x, y] = [point.slice(1, 33), point.slice(33)];
    return bytes([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32], x, [0x22, 0x58, 32], y);
  }
}

const ascii = (text: string) => [...new TextEncoder().encode(text)];
const bytes = (...parts: (ArrayLike<number> & Iterable<number>)[]) =>
  Uint8Array.from(parts.flatMap((part) => [...part]));
const sha256 = async (data: Uint8Array<ArrayBuffer>) =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", data));

function base64url(data: Uint8Array): string {
  return btoa(String.fromCharCode(...data))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** The two numbers of a signature in ASN.1, as devices send them. */
function der(signature: Uint8Array): Uint8Array {
  const number = (half: Uint8Array) => {
    const start = half.findIndex((byte) => byte !== 0);
    const short = [...half.slice(start)];
    const whole = (short[0] ?? 0) > 0x7f ? [0, ...short] : short;
    return [2, whole.length, ...whole];
  };
  const both = [...number(signature.slice(0, 32)), ...number(signature.slice(32))];
  return Uint8Array.from([0x30, both.length, ...both]);
}
