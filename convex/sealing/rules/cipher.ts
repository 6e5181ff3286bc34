import { gcmsiv } from "@noble/ciphers/aes.js";
import { xchacha20poly1305 } from "@noble/ciphers/chacha.js";
import { hkdf } from "@noble/hashes/hkdf.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { CURRENT_SEAL, read, type Seal, toBase64Url, written } from "./envelope";

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
const encoder = new TextEncoder();
const decoder = new TextDecoder();

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

/**
 * What each seal is made with; every one has keys of its own. The nonce is a keyed hash of what is sealed, so either
 * cipher withstands a transaction that draws the same random numbers again. The second takes half the time in
 * JavaScript (AES has to be worked out step by step there, and GCM-SIV derives its keys anew for each nonce), and
 * nonces of 24 bytes never meet, however much is sealed.
 */
const ciphers = {
  /** AES-256-GCM-SIV (RFC 8452). */
  s1: { purpose: "seal", nonceBytes: 12, cipher: gcmsiv },
  /** XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha; RFC 8439). */
  s2: { purpose: "seal 2", nonceBytes: 24, cipher: xchacha20poly1305 },
} as const satisfies Record<Seal, object>;

/** One key to encrypt with, and another that only makes nonces: a hash begun with it, to be cloned. */
const keysOf = keptOf((key, organizationId, purpose) => {
  const bytes = derive(key, organizationId, purpose, 2 * KEY_BYTES);
  return { encryption: bytes.subarray(0, KEY_BYTES), nonces: hmac.create(sha256, bytes.subarray(KEY_BYTES)) };
});
const keysFor = (seal: Seal, key: SealingKey, { organizationId, sensitivity }: Place) =>
  keysOf(key, organizationId, `${ciphers[seal].purpose} ${sensitivity}`);

/** A hash begun with the key of one field's index. */
const indexOf = keptOf((key, organizationId, field) =>
  hmac.create(sha256, derive(key, organizationId, `index ${field}`, KEY_BYTES)),
);

/** Ids and names hold no line break, so that no two places are written alike. */
function boundTo(seal: Seal, { organizationId, table, rowId, sensitivity }: Place): Uint8Array {
  return encoder.encode(`${seal}\n${organizationId}\n${table}\n${rowId}\n${sensitivity}`);
}

/**
 * The nonce of one sealing: a keyed hash of the place, the text and a random value. Where random numbers repeat, as
 * they may in a transaction that is run again, the nonce repeats only for the same text in the same place, and then
 * the envelope is the same too.
 */
export function nonceFor(
  key: SealingKey,
  place: Place,
  plain: Uint8Array,
  random: Uint8Array,
  seal: Seal = CURRENT_SEAL,
): Uint8Array {
  const bound = boundTo(seal, place);
  return keysFor(seal, key, place)
    .nonces.clone()
    .update(Uint8Array.of(bound.length >> 8, bound.length & 255))
    .update(bound)
    .update(Uint8Array.of(random.length))
    .update(random)
    .update(plain)
    .digest()
    .subarray(0, ciphers[seal].nonceBytes);
}

/** Encrypts text, bound to its place. Another seal than the current one is for proofs about what was sealed before. */
export function seal(
  key: SealingKey,
  place: Place,
  text: string,
  random: Uint8Array,
  by: Seal = CURRENT_SEAL,
): string {
  const plain = encoder.encode(text);
  const nonce = nonceFor(key, place, plain, random, by);
  const { encryption } = keysFor(by, key, place);
  const ciphertext = ciphers[by].cipher(encryption, nonce, boundTo(by, place)).encrypt(plain);
  return written({ seal: by, keyId: key.id, nonce, ciphertext });
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
  const { encryption } = keysFor(parts.seal, key, place);
  try {
    const { cipher } = ciphers[parts.seal];
    return {
      text: decoder.decode(cipher(encryption, nonce, boundTo(parts.seal, place)).decrypt(ciphertext)),
    };
  } catch {
    return { refused: "notFromHere", keyId };
  }
}

/** A keyed hash by which a value can be looked up without being readable: `b1.<key id>.<hash>`. */
export function indexed(key: SealingKey, organizationId: string, field: string, value: string): string {
  const hash = indexOf(key, organizationId, field).clone().update(encoder.encode(value)).digest();
  return `b1.${key.id}.${toBase64Url(hash.subarray(0, 16))}`;
}
