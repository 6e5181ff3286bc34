import { api } from "#convex/_generated/api.js";
import { convexClient } from "./convexClient.ts";
import { type DeviceKey, type Sealed, sealWith, unsealWith } from "./sealed.ts";

let keys: Promise<readonly DeviceKey[]> | null = null;

/**
 * The keys of whoever is signed in. They are handed out by the server to a living session and stay in the memory of
 * this page, which belongs to one person (pageOwner.ts): after sign-out nobody can open what lies on the device.
 */
export function holdDeviceKeys(): Promise<readonly DeviceKey[]> {
  keys ??= convexClient.query(api.people.deviceKeys.list, {}).catch((error: unknown) => {
    keys = null;
    throw error;
  });
  return keys;
}

/** Seals a value for the device. `place` says where it lies: moved elsewhere it does not open. */
export async function seal(value: unknown, place: string): Promise<Sealed> {
  const [current] = await holdDeviceKeys();
  if (!current) throw new Error("No key to seal with.");
  return sealWith(current, value, place);
}

/** The value in a box, or null when none of the person's keys opens it: it is another's, or was tampered with. */
export async function unseal(sealed: Sealed, place: string): Promise<unknown> {
  const held = await holdDeviceKeys();
  const fitting = held.find(({ keyId }) => keyId === sealed.keyId);
  return fitting ? unsealWith(fitting, sealed, place) : null;
}
