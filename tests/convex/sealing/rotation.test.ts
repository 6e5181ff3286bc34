import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { api, internal } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { seal, sealingKey } from "#convex/sealing/rules/cipher.ts";
import { sealedTables } from "#convex/sealing/tables.ts";
import { birthOnOf } from "#convex/students/identity.ts";
import { convexTestBackend, openConvexTest } from "#tests/support/convexTestBackend.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { aWorld, type World } from "#tests/support/world.ts";

const given = process.env.ENCRYPTION_KEY;
const keyOf = (byte: string) => btoa(byte.repeat(32));
/** 100,000 on the nightly run. */
const ROWS = Number(process.env.ROTATED_ROWS ?? 1_000);

let t: ReturnType<typeof openConvexTest>;
let world: World;
beforeEach(async () => {
  process.env.ENCRYPTION_KEY = keyOf("a");
  delete process.env.ENCRYPTION_KEYS_RETIRED;
  t = openConvexTest();
  world = await aWorld(convexTestBackend(t));
});
afterEach(() => {
  process.env.ENCRYPTION_KEY = given;
  delete process.env.ENCRYPTION_KEYS_RETIRED;
  vi.restoreAllMocks();
});

const turnTo = (key: string, ...retired: string[]) => {
  process.env.ENCRYPTION_KEY = keyOf(key);
  process.env.ENCRYPTION_KEYS_RETIRED = retired.map(keyOf).join(",");
};
const progress = () => t.query(internal.sealing.rotation.progress, {});
/** Batch after batch, as the scheduler would, with something in between. */
async function rotate(between: () => Promise<void> = async () => {}) {
  const rotationId = await t.mutation(internal.sealing.rotation.start, {});
  while (!(await progress())?.isFinished) {
    await t.mutation(internal.sealing.rotation.proceed, { rotationId });
    await between();
  }
}
/** As a former version left them: the birth date in the open. */
async function formerStudents(count: number): Promise<Id<"students">[]> {
  return await t.run(async (ctx) => {
    const ids: Id<"students">[] = [];
    for (let i = 0; i < count; i++) {
      ids.push(
        await ctx.db.insert("students", {
          organizationId: world.organizationId,
          schoolId: world.schoolId,
          studentNumber: `F-${i}`,
          firstName: "Robin",
          lastName: `Former ${i}`,
          birthOn: "2015-05-05",
          gradeLevel: "4",
          enrolmentStatus: "active",
          senStatus: "none",
          currentNeeds: [],
          searchName: `Robin Former ${i}`,
          planState: "none",
          reviewDueOn: "9999-12-31",
        }),
      );
    }
    return ids;
  });
}

describe("a rotation", () => {
  test(`of ${ROWS} rows goes on while readers read, and none of them fails`, async () => {
    const ids = await formerStudents(ROWS);
    await rotate();
    expect(await progress()).toMatchObject({ rowsSealed: ROWS });
    turnTo("b", "a");
    let reads = 0;
    await rotate(async () => {
      for (let i = 0; i < 5; i++) {
        const id = ids[(reads * 37) % ids.length] as Id<"students">;
        const day = await t.run(async (ctx) => {
          const student = await ctx.db.get("students", id);
          return student && birthOnOf(student);
        });
        expect(day).toBe("2015-05-05");
        reads++;
      }
    });
    expect(reads).toBeGreaterThan(ROWS / 100);
    expect(await progress()).toMatchObject({ rowsSealed: ROWS });
    // The retired key can go now.
    turnTo("b");
    const day = await t.run(async (ctx) => {
      const student = await ctx.db.get("students", ids[0] as Id<"students">);
      return student && birthOnOf(student);
    });
    expect(day).toBe("2015-05-05");
  }, 3_600_000);

  test("begins by itself when the cipher has changed and the key has not, and seals with the new one", async () => {
    const child = await world.aStudent({ birthOn: "2014-01-01" });
    const place = { organizationId: world.organizationId, table: "students", rowId: child.studentId };
    const key = sealingKey(new TextEncoder().encode("a".repeat(32)));
    await t.run(async (ctx) => {
      const words = JSON.stringify({ birthOn: "2014-01-01" });
      const former = { ...place, sensitivity: "identity" as const };
      const sealedIdentity = seal(key, former, words, new Uint8Array(16), "s1");
      await ctx.db.patch("students", child.studentId, { sealedIdentity });
      // As the last rotation of a version that knew one cipher has left its row.
      const done = { keyId: key.id, table: sealedTables.length, cursor: null, rowsSeen: 0, rowsSealed: 0 };
      await ctx.db.insert("keyRotations", { ...done, startedAt: 1, finishedAt: 2 });
    });
    const day = () =>
      t.run(async (ctx) => {
        const student = await ctx.db.get("students", child.studentId);
        return student && { birthOn: birthOnOf(student), seal: student.sealedIdentity?.slice(0, 3) };
      });
    expect(await day()).toEqual({ birthOn: "2014-01-01", seal: "s1." });
    await t.mutation(internal.sealing.rotation.startIfNeeded, {});
    await rotate();
    expect(await day()).toEqual({ birthOn: "2014-01-01", seal: "s2." });
    // And not once more on the next day.
    const before = await progress();
    await t.mutation(internal.sealing.rotation.startIfNeeded, {});
    expect(await progress()).toEqual(before);
  });

  test("goes on where it stopped, and starts no second one", async () => {
    await formerStudents(250);
    const first = await t.mutation(internal.sealing.rotation.start, {});
    await t.mutation(internal.sealing.rotation.proceed, { rotationId: first });
    expect(await t.mutation(internal.sealing.rotation.start, {})).toBe(first);
    expect(await progress()).toMatchObject({ rowsSeen: 100, isFinished: false, table: "students" });
  });

  test("finds a child by number before, during and after", async () => {
    const edit = (studentId: Id<"students">, changes: object) =>
      world.administrator.mutation(api.students.record.edit, { studentId, ...changes });
    const found = async (upn: string) => {
      const child = await world.aStudent({ lastName: `Twin ${upn}` });
      await edit(child.studentId, { upn });
      return await t.run(
        async (ctx) =>
          await ctx.db
            .query("duplicates")
            .withIndex("by_pair", (q) => q.eq("newerId", child.studentId))
            .first(),
      );
    };
    const child = await world.aStudent({ birthOn: "2014-01-01" });
    await edit(child.studentId, { upn: "H801200001001" });
    turnTo("b", "a");
    expect(await found("H801200001001")).toMatchObject({ because: "sameNumber" });
    await rotate();
    turnTo("b");
    expect(await found("H801200001001")).toMatchObject({ because: "sameNumber" });
  });

  test("reaches every table that something is sealed for", () => {
    const sources = import.meta.glob<string>("../../../convex/**/*.ts", {
      eager: true,
      query: "?raw",
      import: "default",
    });
    const sealed = Object.values(sources).flatMap((source) =>
      [...source.matchAll(/table: "(\w+)",\s*rowId[^;]{0,80}sensitivity/g)].map(([, name]) => name),
    );
    expect(new Set(sealedTables.map(({ name }) => name))).toEqual(new Set(sealed));
  });
});

describe("without the right key", () => {
  const anyStudent = { firstName: "Kim", lastName: "Keyless" };
  beforeEach(() => {
    vi.spyOn(console, "error").mockImplementation(() => {});
  });

  test("nothing is written: one clear sentence instead", async () => {
    process.env.ENCRYPTION_KEY = "";
    await expectRefusal(world.aStudent(anyStudent), "encryption_unavailable");
    expect(vi.mocked(console.error).mock.calls.flat().join()).toContain("Set ENCRYPTION_KEY");
  });

  test("a key of the wrong length is named", async () => {
    process.env.ENCRYPTION_KEY = btoa("short");
    await expectRefusal(world.aStudent(anyStudent), "encryption_unavailable");
    expect(vi.mocked(console.error).mock.calls.flat().join()).toContain("not 32 bytes");
  });

  test("a record does not open, and never shows an empty birth date", async () => {
    const child = await world.aStudent(anyStudent);
    turnTo("b");
    const reading = child.caseManager.query(api.students.record.get, { studentId: child.studentId });
    await expectRefusal(reading, "encryption_unavailable");
    expect(vi.mocked(console.error).mock.calls.flat().join()).toContain("ENCRYPTION_KEYS_RETIRED");
  });

  test("an envelope put into another row does not open", async () => {
    const [one, other] = [await world.aStudent(), await world.aStudent({ lastName: "Other" })];
    await t.run(async (ctx) => {
      const row = await ctx.db.get("students", one.studentId);
      if (row) await ctx.db.patch("students", other.studentId, { sealedIdentity: row.sealedIdentity });
    });
    const reading = other.caseManager.query(api.students.record.get, { studentId: other.studentId });
    await expectRefusal(reading, "encryption_unavailable");
  });
});
