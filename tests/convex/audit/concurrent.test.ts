import { expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import { runsEmbedded } from "#tests/support/backend.ts";
import { aWorld } from "#tests/support/world.ts";

/** Everybody writes at once, and still there is one chain: no entry is lost, no two follow the same one. */

/** On convex-test, where each step looks through all rows and nothing happens at once, a few show the same. */
const appends = runsEmbedded ? Number(process.env.AUDIT_APPENDS ?? 600) : 100;
const AT_ONCE = 20;

test(`${appends} entries written by ${AT_ONCE} at once make one chain`, async () => {
  const world = await aWorld();
  const { organizationId, administrator } = world;
  const child = await world.aStudent();
  const { of: before } = await administrator.query(api.audit.entries.verify, { organizationId });
  const writers = await Promise.all(
    Array.from({ length: AT_ONCE }, async (_, i) => {
      const record = i % 2 === 0 ? administrator : child.caseManager;
      for (let written = i; written < appends; written += AT_ONCE) {
        await record.mutation(api.disclosures.disclosures.record, {
          studentId: child.studentId,
          recipient: `Recipient ${written}`,
          purpose: "A proof",
          ground: "audit",
          authority: "The test",
          recordTypes: ["plan"],
          disclosedOn: "2026-01-05",
        });
      }
      return i;
    }),
  );
  expect(writers).toHaveLength(AT_ONCE);

  let checked = 0;
  for (let from: number | null = 1; from !== null; ) {
    const stretch: { checked: number; brokenAt: number | null; next: number | null } =
      await administrator.query(api.audit.entries.verify, { organizationId, from });
    expect(stretch.brokenAt).toBeNull();
    checked += stretch.checked;
    from = stretch.next;
  }
  expect(checked).toBe(before + appends);
}, 3_600_000);
