import type { Doc } from "../_generated/dataModel";

/** What the hash of an entry covers: all of it, and the hash of the entry before. */
export type Hashed = Omit<Doc<"auditEntries">, "_id" | "_creationTime" | "hash">;

/** The hash that the first entry of an organization carries as its predecessor's. */
export const GENESIS = "0".repeat(64);

/** SHA-256 over the entry's fields in a fixed order, as 64 hexadecimal digits. */
export async function hashOf(entry: Hashed): Promise<string> {
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
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

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
