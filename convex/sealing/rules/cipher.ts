import { gcmsiv } from "@noble/ciphers/aes.js";
import { hkdf } from "@noble/hashes/hkdf.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { read, toBase64Url, written } from "./envelope";

/**
 * What may be read together: who the child is (birth date, national numbers), and what is medical. One envelope
 * per class and row; somebody who may read the one learns nothing of the other.
 */
export type Sensitivity = "identity" | "health";

/** Where sealed text lies. It opens there and nowhere else. */
export type Place = { organizationId: string; table: string; rowId: string; sensitivity: Sensitivity };

/** A deployment's key, 32 bytes, under the name that envelopes call it by. */
export type SealingKey = { id: string; bytes: Uint8Array };

/** The first is the one that seals; all of them open. */
export type KeyRing = readonly SealingKey[];

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const encoder = new TextEncoder();

/** Names a key by a hash of it, so that a retired key needs no label and cannot be given a wrong one. */
export function sealingKey(bytes: Uint8Array): SealingKey {
  if (bytes.length !== KEY_BYTES) throw new RangeError("A sealing key has 32 bytes.");
  const id = toBase64Url(hmac(sha256, bytes, encoder.encode("openiep key id"))).slice(0, 8);
  return { id, bytes };
}

/** Derived keys cost more than sealing itself, so those of recent organizations are kept. */
const MOST_KEPT = 512;
function keptOf<Kept>(make: (key: SealingKey, organizationId: string, purpose: string) => Kept) {
  const all = new Map<string, Kept>();
  return (key: SealingKey, organizationId: string, purpose: string): Kept => {
    const name = `${key.id} ${organizationId} ${purpose}`;
    const known = all.get(name);
    if (known) return known;
    const made = make(key, organizationId, purpose);
    if (all.size >= MOST_KEPT) all.clear();
    all.set(name, made);
    return made;
  };
}

function derive(key: SealingKey, organizationId: string, purpose: string, length: number): Uint8Array {
  const salt = encoder.encode(organizationId);
  return hkdf(sha256, key.bytes, salt, encoder.encode(`openiep ${purpose}`), length);
}

/** One key to encrypt with, and another that only makes nonces: a hash begun with it, to be cloned. */
const keysOf = keptOf((key, organizationId, sensitivity) => {
  const bytes = derive(key, organizationId, `seal ${sensitivity}`, 2 * KEY_BYTES);
  return { encryption: bytes.subarray(0, KEY_BYTES), nonces: hmac.create(sha256, bytes.subarray(KEY_BYTES)) };
});
const keysFor = (key: SealingKey, { organizationId, sensitivity }: Place) =>
  keysOf(key, organizationId, sensitivity);

/** A hash begun with the key of one field's index. */
const indexOf = keptOf((key, organizationId, field) =>
  hmac.create(sha256, derive(key, organizationId, `index ${field}`, KEY_BYTES)),
);

/** Ids and names hold no line break, so that no two places are written alike. */
function boundTo({ organizationId, table, rowId, sensitivity }: Place): Uint8Array {
  return encoder.encode(["s1", organizationId, table, rowId, sensitivity].join("\n"));
}

/**
 * The nonce of one sealing: a keyed hash of the place, the text and a random value. Where random numbers repeat, as
 * they may in a transaction that is run again, the nonce repeats only for the same text in the same place, and then
 * the envelope is the same too.
 */
export function nonceFor(key: SealingKey, place: Place, plain: Uint8Array, random: Uint8Array): Uint8Array {
  const bound = boundTo(place);
  return keysFor(key, place)
    .nonces.clone()
    .update(Uint8Array.of(bound.length >> 8, bound.length & 255))
    .update(bound)
    .update(Uint8Array.of(random.length))
    .update(random)
    .update(plain)
    .digest()
    .subarray(0, NONCE_BYTES);
}

/** Encrypts text with AES-256-GCM-SIV (RFC 8452), bound to its place. */
export function seal(key: SealingKey, place: Place, text: string, random: Uint8Array): string {
  const plain = encoder.encode(text);
  const nonce = nonceFor(key, place, plain, random);
  const ciphertext = gcmsiv(keysFor(key, place).encryption, nonce, boundTo(place)).encrypt(plain);
  return written({ keyId: key.id, nonce, ciphertext });
}

/** What an envelope turned out to be. */
export type Opened =
  | { text: string }
  | { refused: "notAnEnvelope" | "unknownKey" | "notFromHere"; keyId?: string };

/** Decrypts an envelope, or says why it cannot: never an empty text in its stead. */
export function open(ring: KeyRing, place: Place, envelope: string): Opened {
  const parts = read(envelope);
  if (!parts) return { refused: "notAnEnvelope" };
  const { keyId, nonce, ciphertext } = parts;
  const key = ring.find(({ id }) => id === keyId);
  if (!key) return { refused: "unknownKey", keyId };
  try {
    const plain = gcmsiv(keysFor(key, place).encryption, nonce, boundTo(place)).decrypt(ciphertext);
    return { text: new TextDecoder().decode(plain) };
  } catch {
    return { refused: "notFromHere", keyId };
  }
}

/** A keyed hash by which a value can be looked up without being readable: `b1.<key id>.<hash>`. */
export function indexed(key: SealingKey, organizationId: string, field: string, value: string): string {
  const hash = indexOf(key, organizationId, field).clone().update(encoder.encode(value)).digest();
  return `b1.${key.id}.${toBase64Url(hash.subarray(0, 16))}`;
}
