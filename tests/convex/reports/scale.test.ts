import { describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { settled } from "#tests/support/settled.ts";
import { aWorld } from "#tests/support/world.ts";

/** More than one batch; `REPORT_STUDENTS=10000 node tests/support/onEmbedded.mjs scale` measures a district. */
const STUDENTS = Number(process.env.REPORT_STUDENTS ?? 130);
const AT_ONCE = 20;
const HOUR_MS = 3_600_000;

describe("a report over many students", () => {
  test(
    "looks at each once, batch after batch",
    async () => {
      const { administrator, organizationId, schoolId } = await aWorld();
      const { today } = await administrator.query(api.organizations.organizations.get, { organizationId });
      const add = (n: number): Promise<Id<"students">> =>
        administrator.mutation(api.students.students.add, {
          organizationId,
          schoolId,
          studentNumber: `S-${n}`,
          firstName: "Robin",
          lastName: `Example ${n}`,
          birthOn: "2016-03-09",
          gradeLevel: String(1 + (n % 12)),
        });
      for (let n = 0; n < STUDENTS; n += AT_ONCE) {
        const some = Array.from({ length: Math.min(AT_ONCE, STUDENTS - n) }, (_, i) => n + i);
        await Promise.all(some.map(add));
      }
      const began = performance.now();
      const asked = { organizationId, kind: "distribution" as const, from: today, to: today };
      const runId = await administrator.mutation(api.reports.runs.start, asked);
      const run = await settled(
        () => administrator.query(api.reports.runs.get, { organizationId, runId }),
        ({ status }) => status !== "counting",
        HOUR_MS,
      );
      if (STUDENTS >= 1000) console.info(`${STUDENTS} students: ${Math.round(performance.now() - began)} ms`);
      expect(run).toMatchObject({ status: "done", scanned: STUDENTS });
      expect(run.counts).toEqual({ "on/none/none/noPlan": STUDENTS });
      expect(run.byGrade).toHaveLength(12);
    },
    HOUR_MS,
  );
});
