/**
 * How sealed text is written down: `s1.<key id>.<nonce>.<ciphertext>`, the last two in base64url. The key id says
 * which key opens it and nothing about the key; the 1 is the version of everything else.
 */
export type Envelope = { keyId: string; nonce: Uint8Array; ciphertext: Uint8Array };

const VERSION = "s1";

export function written({ keyId, nonce, ciphertext }: Envelope): string {
  return [VERSION, keyId, toBase64Url(nonce), toBase64Url(ciphertext)].join(".");
}

/** The parts of an envelope, or null when the text is none. */
export function read(text: string): Envelope | null {
  const [version, keyId, nonce, ciphertext, ...rest] = text.split(".");
  if (version !== VERSION || !keyId || !nonce || !ciphertext || rest.length > 0) return null;
  const bytes = { nonce: fromBase64(nonce), ciphertext: fromBase64(ciphertext) };
  return bytes.nonce && bytes.ciphertext ? { keyId, nonce: bytes.nonce, ciphertext: bytes.ciphertext } : null;
}

export function toBase64Url(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Bytes from base64 in either alphabet, padded or not; null when it is none. */
export function fromBase64(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(text)) return null;
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/").replace(/=+$/, ""));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
