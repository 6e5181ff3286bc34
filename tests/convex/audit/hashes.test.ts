import { describe, expect, test } from "vitest";
import type { Id } from "#convex/_generated/dataModel.js";
import { digestOf, GENESIS, hashOf } from "#convex/audit/rules.ts";

const entry = {
  organizationId: "o1" as Id<"organizations">,
  sequence: 1,
  at: 1_795_000_000_000,
  actorId: "p1" as Id<"people">,
  permission: "students.edit",
  command: "students/record:edit",
  outcome: "done",
  summary: "lastName — “Nuñez”",
  previousHash: GENESIS,
} as const;

/** SHA-256 as the platform works it out. */
async function platformHash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

describe("what can be checked without OpenIEP", () => {
  test("an entry's hash is SHA-256 over its fields in their order, as JSON in UTF-8", async () => {
    const fields = [GENESIS, "o1", 1, 1_795_000_000_000, "p1", null];
    const told = ["students.edit", "students/record:edit", "done", "lastName — “Nuñez”"];
    expect(hashOf(entry)).toBe(await platformHash(JSON.stringify([...fields, ...told])));
    const standing = await platformHash(JSON.stringify([...fields, ...told, "team"]));
    expect(hashOf({ ...entry, standing: "team" } as never)).toBe(standing);
  });

  test("so is the digest of a checkpoint", async () => {
    const kept = { organizationId: "o1", sequence: 7, hash: GENESIS, at: 5 };
    const text = JSON.stringify(["openiep-checkpoint", "o1", 7, GENESIS, 5]);
    expect(digestOf(kept)).toBe(await platformHash(text));
  });
});
