import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Doc } from "../_generated/dataModel";
import { requiredText } from "../typed";

/** What the hash of an entry covers: all of it, and the hash of the entry before. */
export type Hashed = Omit<Doc<"auditEntries">, "_id" | "_creationTime" | "hash">;

/** The hash that the first entry of an organization carries as its predecessor's. */
export const GENESIS = "0".repeat(64);

/** SHA-256 over the entry's fields in a fixed order, as 64 hexadecimal digits. */
export function hashOf(entry: Hashed): string {
  const text = JSON.stringify([
    entry.previousHash,
    entry.organizationId,
    entry.sequence,
    entry.at,
    entry.actorId ?? null,
    entry.studentId ?? null,
    entry.permission,
    entry.command,
    entry.outcome,
    entry.summary,
    ...(entry.standing === undefined ? [] : [entry.standing]),
  ]);
  return hexadecimal(text);
}

/** An entry as it is stored, or as it was read from somewhere. */
export type Kept = Hashed & { hash: string };

/** A place in a chain: an entry's number and hash. Before the first entry: 0 and GENESIS. */
export type Place = { sequence: number; hash: string };

export const START: Place = { sequence: 0, hash: GENESIS };

/**
 * Recomputes entries that should follow a place without a gap. `last` is the last entry that holds; `brokenAt` the
 * number of the first that does not: changed, missing, slipped in, or after one that was.
 */
export function follow(place: Place, entries: readonly Kept[]): { last: Place; brokenAt: number | null } {
  let last = place;
  for (const { hash, ...hashed } of entries) {
    const follows = hashed.sequence === last.sequence + 1 && hashed.previousHash === last.hash;
    if (!follows || hashOf(hashed) !== hash) return { last, brokenAt: last.sequence + 1 };
    last = { sequence: hashed.sequence, hash };
  }
  return { last, brokenAt: null };
}

/** What of a row is hashed, without what the database adds. */
export function keptOf({ _id, _creationTime, ...kept }: Doc<"auditEntries">): Kept {
  return kept;
}

/** A place in the chain to keep elsewhere: whoever changes the database cannot change it too. */
export type Checkpoint = { organizationId: string; sequence: number; hash: string; at: number };

/** SHA-256 over a checkpoint, kept in its file: shows a file that was damaged or edited by hand. */
export function digestOf({ organizationId, sequence, hash, at }: Checkpoint): string {
  return hexadecimal(JSON.stringify(["openiep-checkpoint", organizationId, sequence, hash, at]));
}

/** In JavaScript, because every audited command waits for it: WebCrypto takes four times as long for so short a text. */
function hexadecimal(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** Why the chain is as it is: written by whoever acknowledges an alarm. */
export const noteInput = requiredText(2000);

/**
 * Names what a command touched without repeating any content: ids with their values, other arguments by
 * name only.
 */
export function summarize(args: Record<string, unknown>): string {
  return Object.entries(args)
    .filter(([name, value]) => name !== "studentId" && name !== "organizationId" && value !== undefined)
    .map(([name, value]) => (name.endsWith("Id") && typeof value === "string" ? `${name} ${value}` : name))
    .join(", ");
}
