import { problem } from "../errors";
import { env } from "../functions";
import { type KeyRing, sealingKey } from "./rules/cipher";
import { fromBase64 } from "./rules/envelope";

const KEY_BYTES = 32;

let held: { text: string; ring: KeyRing } | undefined;

/**
 * The keys of this deployment: `ENCRYPTION_KEY` seals and opens, those in `ENCRYPTION_KEYS_RETIRED` (separated by
 * commas) only open. Throws `encryption_unavailable`, and tells the operator why in the deployment's log.
 */
export function requireKeys(): KeyRing {
  const [current = "", retired = ""] = [env.ENCRYPTION_KEY, env.ENCRYPTION_KEYS_RETIRED];
  const text = `${current},${retired}`;
  if (held?.text === text) return held.ring;
  if (current.trim() === "") {
    throw unavailable(
      "Set ENCRYPTION_KEY on this deployment: 32 random bytes in base64. Nothing is stored without it.",
    );
  }
  const words = [current, ...retired.split(",")].map((word) => word.trim()).filter((word) => word !== "");
  const ring = words.map((word, i) => {
    const bytes = fromBase64(word);
    const name = i === 0 ? "ENCRYPTION_KEY" : `Key ${i} of ENCRYPTION_KEYS_RETIRED`;
    if (bytes?.length !== KEY_BYTES) throw unavailable(`${name} is not 32 bytes in base64.`);
    return sealingKey(bytes);
  });
  held = { text, ring };
  return ring;
}

/** The problem that a person meets; what the operator needs to know goes to the log, without any content. */
export function unavailable(why: string) {
  console.error(`Sealed fields: ${why}`);
  return problem("encryption_unavailable");
}
