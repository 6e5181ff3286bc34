/**
 * How sealed text is written down: `s2.<key id>.<nonce>.<ciphertext>`, the last two in base64url. The key id says
 * which key opens it and nothing about the key; the seal says which cipher, and is the version of everything else.
 */
export type Envelope = { seal: Seal; keyId: string; nonce: Uint8Array; ciphertext: Uint8Array };

/** Which cipher sealed it (cipher.ts): the last one seals, all of them open. */
export const seals = ["s1", "s2"] as const;
export type Seal = (typeof seals)[number];
export const CURRENT_SEAL: Seal = "s2";

export const isSeal = (text: string | undefined): text is Seal =>
  (seals as readonly unknown[]).includes(text);

export function written({ seal, keyId, nonce, ciphertext }: Envelope): string {
  return [seal, keyId, toBase64Url(nonce), toBase64Url(ciphertext)].join(".");
}

/** The parts of an envelope, or null when the text is none. */
export function read(text: string): Envelope | null {
  const [seal, keyId, nonce, ciphertext, ...rest] = text.split(".");
  if (!isSeal(seal) || !keyId || !nonce || !ciphertext || rest.length > 0) return null;
  const bytes = { nonce: fromBase64(nonce), ciphertext: fromBase64(ciphertext) };
  return bytes.nonce && bytes.ciphertext
    ? { seal, keyId, nonce: bytes.nonce, ciphertext: bytes.ciphertext }
    : null;
}

const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

export function toBase64Url(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = [bytes[i], bytes[i + 1], bytes[i + 2]];
    text += SIGNS.charAt(a >> 2) + SIGNS.charAt(((a & 3) << 4) | (b >> 4));
    if (i + 1 < bytes.length) text += SIGNS.charAt(((b & 15) << 2) | (c >> 6));
    if (i + 2 < bytes.length) text += SIGNS.charAt(c & 63);
  }
  return text;
}

const NONE = 255;
/** What each sign of either alphabet stands for, by its code. */
const SIXES = new Uint8Array(128).fill(NONE);
for (const alphabet of ["+/", "-_"]) {
  const signs = `ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789${alphabet}`;
  for (let six = 0; six < signs.length; six++) SIXES[signs.charCodeAt(six)] = six;
}

/**
 * Bytes from base64 in either alphabet, padded or not; null when it is none. By hand, because a page of a hundred
 * envelopes is two hundred texts, and `atob` with a step for each letter costs a fifth of opening them.
 */
export function fromBase64(text: string): Uint8Array | null {
  const signs = text.replace(/={1,2}$/, "").length;
  if (signs % 4 === 1) return null;
  const bytes = new Uint8Array((signs * 6) >> 3);
  let held = 0;
  let bits = 0;
  let at = 0;
  for (let i = 0; i < signs; i++) {
    const six = SIXES[text.charCodeAt(i)] ?? NONE;
    if (six === NONE) return null;
    held = ((held << 6) | six) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 255;
    }
  }
  return bytes;
}
