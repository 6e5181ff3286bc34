import { holdDeviceKeys } from "./deviceKeys.ts";
import { type Sealed, sealWith, unsealWith } from "./sealed.ts";

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
