import { api } from "#convex/_generated/api.js";
import { convexClient } from "./convexClient.ts";
import type { DeviceKey } from "./sealed.ts";

let keys: Promise<readonly DeviceKey[]> | null = null;

/**
 * The keys of whoever is signed in. They are handed out by the server to a living session and stay in the memory of
 * this page, which belongs to one person (pageOwner.ts): after sign-out nobody can open what lies on the device.
 * The door asks for them as soon as it knows who is here, since later there may be no network.
 */
export function holdDeviceKeys(): Promise<readonly DeviceKey[]> {
  keys ??= convexClient.query(api.people.deviceKeys.list, {}).catch((error: unknown) => {
    keys = null;
    throw error;
  });
  return keys;
}
