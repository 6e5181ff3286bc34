import { beforeEach, describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import { runsEmbedded } from "#tests/support/backend.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { aWorld, type World } from "#tests/support/world.ts";
import {
  appliedImport,
  checkedImport,
  children,
  rowsFrom,
  rowsOf,
  settled,
  stagedImport,
  studentsOf,
  undone,
} from "./importing.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});

describe("two imports at once", () => {
  test("are refused: one is finished or discarded first", async () => {
    const { organizationId, administrator } = world;
    const importId = await stagedImport(world, children("1 Robin Quill"));
    await expectRefusal(stagedImport(world, children("1 R Q", "2 L O")), "import_running");
    await administrator.mutation(api.roster.imports.discard, { organizationId, importId });
    await stagedImport(world, children("1 R Q", "2 L O"));
  });

  test("with the same files are one: the upload goes on where it broke off", async () => {
    const { organizationId, administrator } = world;
    const rows = children("1 Robin Quill", "2 Lee Ode");
    const importId = await stagedImport(world, rows);
    const again = await administrator.mutation(api.roster.imports.begin, {
      organizationId,
      ...{
        source: "Maple ",
        format: "templates",
        mode: "delta",
        fileNames: [],
        fingerprint: "2",
        columns: {},
      },
      expected: 2,
    } as never);
    expect(again).toEqual({ importId, staged: 2 });
  });

  test("of two organizations do not meet", async () => {
    const other = await aWorld(world.backend);
    await stagedImport(world, children("1 Robin Quill"));
    await stagedImport(other, children("1 Robin Quill"));
  });
});

describe("an import that is stopped", () => {
  test("goes on when its beginner resumes it, and does nothing twice", async () => {
    const { organizationId, administrator } = world;
    // Several batches where that is quick; on convex-test, which walks through every row, one.
    const count = runsEmbedded ? 250 : 12;
    const many = children(...Array.from({ length: count }, (_, i) => `${i} Child${i} Example${i}`));
    const { importId } = await checkedImport(world, many);
    const run = (command: "apply" | "stop" | "resume") =>
      administrator.mutation(api.roster.imports[command], { organizationId, importId });
    await run("apply");
    await run("stop").catch(() => undefined);
    const stopped = await settled(world, importId);
    if (stopped.status === "stopped") await run("resume");
    expect((await settled(world, importId)).results).toEqual({ applied: count });
    expect(await studentsOf(world)).toHaveLength(count);
  });

  test("of somebody who may not import any more stays where it is", async () => {
    const { organizationId, administrator } = world;
    const second = await world.aMember("administrator");
    const { importId } = await checkedImport(world, children("1 Robin Quill"), { by: second });
    const { page } = await administrator.query(api.people.people.list, {
      organizationId,
      paginationOpts: { numItems: 100, cursor: null },
    });
    const membership = page.find(({ personId }) => personId === second.personId);
    await administrator.mutation(api.organizations.memberships.end, {
      organizationId,
      membershipId: membership?.membershipId as never,
    });
    await administrator.mutation(api.roster.imports.apply, { organizationId, importId });
    expect((await settled(world, importId)).status).toBe("stopped");
    expect(await studentsOf(world)).toEqual([]);
  });
});

test("a hundred namesakes, whom each row looks through, are applied in batches that end early", async () => {
  // Each reads fifty ranges, and a transaction may read 4,096; convex-test, which does not mind, gets a few.
  const count = runsEmbedded ? 100 : 12;
  const namesakes = children(...Array.from({ length: count }, (_, i) => `${i} Robin Quill`));
  expect((await appliedImport(world, namesakes)).results).toEqual({ applied: count });
});

describe("taking an import back", () => {
  test("restores what was changed and removes whom it added", async () => {
    await appliedImport(world, children("1 Robin Quill", "2 Lee Ode"));
    const before = await studentsOf(world);
    const { importId } = await appliedImport(
      world,
      children(
        { externalId: "1", givenName: "Rob", familyName: "Quill", grade: "5", preferredName: "Bo" },
        "3 New Child",
      ),
    );
    expect((await undone(world, importId)).results).toEqual({ undone: 2 });
    expect(await studentsOf(world)).toEqual(before);
  });

  test("leaves rows alone that people have changed since, and says which", async () => {
    const { administrator } = world;
    const { importId } = await appliedImport(world, children("1 Robin Quill", "2 Lee Ode"));
    const [lee] = (await studentsOf(world)).filter(({ firstName }) => firstName === "Lee");
    await administrator.mutation(api.students.record.edit, {
      studentId: lee?.id as never,
      lastName: "Marsh",
    });
    expect((await undone(world, importId)).results).toEqual({ undone: 1, kept: 1 });
    expect((await studentsOf(world)).map(({ lastName }) => lastName)).toEqual(["Marsh"]);
    const kept = (await rowsOf(world, importId)).find(({ result }) => result === "kept");
    expect([kept?.externalId, kept?.problems[0]?.code]).toEqual(["2", "in_use"]);
  });

  test("may happen though somebody has looked at the record", async () => {
    const { administrator } = world;
    const { importId } = await appliedImport(world, children("1 Robin Quill"));
    const [robin] = await studentsOf(world);
    await administrator.mutation(api.students.record.open, { studentId: robin?.id as never });
    expect((await undone(world, importId)).results).toEqual({ undone: 1 });
  });

  test("revokes invitations that nobody has accepted", async () => {
    const { importId } = await appliedImport(
      world,
      rowsFrom(
        "staff",
        "external_id,given_name,family_name,email,role\nt1,Tess,T,tess@maple.example,teacher",
      ),
    );
    await undone(world, importId);
    const list = await world.administrator.query(api.organizations.invitations.list, {
      organizationId: world.organizationId,
    });
    expect(list.filter(({ email }) => email === "tess@maple.example").map(({ status }) => status)).toEqual([
      "revoked",
    ]);
  });

  test("is refused for one that was not applied", async () => {
    const { importId } = await checkedImport(world, children("1 Robin Quill"));
    await expectRefusal(undone(world, importId), "import_not_ready");
  });
});
