import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { openRecord } from "./record.mjs";

/**
 * The secrets of one data folder, made on first use and kept in `secrets.json`, readable by its owner only:
 * what signs sessions, and what seals sensitive fields. Losing the file means losing what they protect.
 * (The deployment keeps its admin key likewise, in its own folder.)
 */
export function secretsOf(folder) {
  const record = openRecord(join(folder, "secrets.json"));
  const secret = (name) => {
    if (record.get(name) === undefined) record.set(name, randomBytes(32).toString("base64url"));
    return record.get(name);
  };
  return { BETTER_AUTH_SECRET: secret("BETTER_AUTH_SECRET"), ENCRYPTION_KEY: secret("ENCRYPTION_KEY") };
}
