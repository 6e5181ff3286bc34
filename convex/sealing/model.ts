import { requireKeys, unavailable } from "./keys";
import { indexed, open, type Place, seal } from "./rules/cipher";
import { CURRENT_SEAL, isSeal } from "./rules/envelope";

export type { Place, Sensitivity } from "./rules/cipher";

/** So many random bytes go into each nonce. */
const RANDOM_BYTES = 16;

/**
 * Seals a value for one place: it opens in this organization, table, row and class only. A row needs its id first,
 * so it is inserted and then patched, in one transaction.
 */
export function sealFor(place: Place, value: unknown): string {
  const [key] = requireKeys();
  if (!key) throw unavailable("There is no key.");
  return seal(key, place, JSON.stringify(value), crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)));
}

/**
 * Opens what was sealed for the place. Throws `encryption_unavailable` when its key is not there, or when it was
 * sealed for another place: never an empty value in its stead. What was sealed is known to have the shape.
 */
export function openFor<Shape>(place: Place, envelope: string): Shape {
  const opened = open(requireKeys(), place, envelope);
  if ("text" in opened) return JSON.parse(opened.text) as Shape;
  const where = `${place.sensitivity} of ${place.table} ${place.rowId}`;
  throw unavailable(
    opened.refused === "unknownKey"
      ? `${where} is sealed with key ${opened.keyId ?? "?"}, which this deployment does not have. Add it to ENCRYPTION_KEYS_RETIRED.`
      : opened.refused === "notFromHere"
        ? `${where} does not open: it was sealed for another place, or its key ${opened.keyId ?? "?"} is a different one.`
        : `${where} is not an envelope.`,
  );
}

/** What to store so that a value can be found again by equality, and by nothing else. */
export function blindIndex(organizationId: string, field: string, value: string): string {
  const [key] = requireKeys();
  if (!key) throw unavailable("There is no key.");
  return indexed(key, organizationId, field, value);
}

/** Everything a value may be stored as: with the current key, and with each retired one until rotation is over. */
export function blindIndexes(organizationId: string, field: string, value: string): string[] {
  return requireKeys().map((key) => indexed(key, organizationId, field, value));
}

/** Whether an envelope was made with the cipher and the key that seal now, or a blind index with that key. */
export function isCurrent(text: string): boolean {
  const [kind, keyId] = text.split(".");
  return keyId === requireKeys()[0]?.id && (kind === CURRENT_SEAL || !isSeal(kind));
}
