import { xchacha20poly1305 } from "@noble/ciphers/chacha.js";
import { bytesToUtf8, managedNonce, utf8ToBytes } from "@noble/ciphers/utils.js";

/** A value as it lies on the device: which key opens it, and the box (nonce, text, tag). */
export type Sealed = { readonly keyId: string; readonly box: Uint8Array };
export type DeviceKey = { readonly keyId: string; readonly key: ArrayBuffer };

const cipher = managedNonce(xchacha20poly1305);

/** Seals a value with a key; `place` says where it lies, and it opens nowhere else. */
export function sealWith({ keyId, key }: DeviceKey, value: unknown, place: string): Sealed {
  const box = cipher(new Uint8Array(key), utf8ToBytes(place)).encrypt(utf8ToBytes(JSON.stringify(value)));
  return { keyId, box };
}

/** The value, or null for a wrong key, another place, or a box that was tampered with. */
export function unsealWith({ key }: DeviceKey, { box }: Sealed, place: string): unknown {
  try {
    return JSON.parse(bytesToUtf8(cipher(new Uint8Array(key), utf8ToBytes(place)).decrypt(box)));
  } catch {
    return null;
  }
}
