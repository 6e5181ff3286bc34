import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import { expectRefusal } from "#tests/support/problems.ts";
import { aWorld, type Person, type World } from "#tests/support/world.ts";
import { type OpenSection, openSection } from "./section.ts";

let world: World;
let writer: Person;
let section: OpenSection;

beforeAll(async () => {
  world = await aWorld();
  writer = await world.aMember("caseManager");
});
beforeEach(async () => {
  section = await openSection(await world.aStudent({ caseManager: writer }));
});

const room = () => ({ studentId: section.child.studentId, iepId: section.iepId });
const enter = (as: Person, sessionId: string) =>
  as.mutation(api.ieps.editors.heartbeat, { ...room(), sessionId });
const caretAt = (as: Person, sessionId: string, head: number) =>
  as.mutation(api.ieps.editors.move, {
    ...room(),
    sessionId,
    sectionId: section.sectionId,
    anchor: 1,
    head,
    version: 1,
  });
const seenBy = (as: Person) => as.query(api.ieps.editors.list, room());

describe("who is in a plan", () => {
  test("the team sees each other's names, sections and carets", async () => {
    const teacher = await section.child.as.teacher();
    await enter(writer, "page-of-writer");
    await enter(teacher, "page-of-teacher");
    await caretAt(teacher, "page-of-teacher", 7);
    const seen = await seenBy(writer);
    if (seen.audience !== "team") throw new Error("the case manager is of the team");
    expect(seen.editors.map(({ person }) => person.name).sort()).toEqual([teacher.name, writer.name].sort());
    expect(seen.carets).toMatchObject([
      { person: { personId: teacher.personId }, anchor: 1, head: 7, version: 1 },
    ]);
  });

  test("a closing page takes its person and caret away with the secret it was given", async () => {
    const { sessionToken } = await enter(writer, "page-of-writer");
    await caretAt(writer, "page-of-writer", 3);
    const goodbye = { sessionToken, iepId: section.iepId, sessionId: "page-of-writer" };
    await world.backend.stranger.mutation(api.ieps.editors.leave, goodbye);
    expect(await seenBy(writer)).toEqual({ audience: "team", editors: [], carets: [] });
  });

  test("a person with two pages stays while one of them is open", async () => {
    const first = await enter(writer, "first-page");
    await enter(writer, "second-page");
    await writer.mutation(api.ieps.editors.leave, {
      sessionToken: first.sessionToken,
      iepId: section.iepId,
      sessionId: "first-page",
    });
    const seen = await seenBy(writer);
    expect(seen.audience === "team" && seen.editors).toHaveLength(1);
  });

  test("a caret rests when the person leaves the text and stays in the plan", async () => {
    await enter(writer, "page-of-writer");
    await caretAt(writer, "page-of-writer", 3);
    await writer.mutation(api.ieps.editors.rest, { ...room(), sessionId: "page-of-writer" });
    const seen = await seenBy(writer);
    expect(seen.audience === "team" && [seen.editors.length, seen.carets.length]).toEqual([1, 0]);
  });

  test("nobody can move the caret of another person's page", async () => {
    const teacher = await section.child.as.teacher();
    await enter(writer, "page-of-writer");
    await caretAt(writer, "page-of-writer", 3);
    await expectRefusal(caretAt(teacher, "page-of-writer", 9), "not_allowed");
  });

  test("the family learns that the team is working, not who and not where", async () => {
    const guardian = await section.child.as.guardian();
    await expectRefusal(seenBy(guardian), "not_found");
    await writer.mutation(api.ieps.ieps.share, { ...room(), shared: true });
    expect(await seenBy(guardian)).toEqual({ audience: "family", teamIsWorking: false });
    await enter(writer, "page-of-writer");
    await caretAt(writer, "page-of-writer", 3);
    expect(await seenBy(guardian)).toEqual({ audience: "family", teamIsWorking: true });
    await expectRefusal(enter(guardian, "page-of-guardian"), "not_allowed");
  });

  test("a section of another plan holds no caret of this one", async () => {
    const other = await openSection(await world.aStudent({ caseManager: writer }));
    await enter(writer, "page-of-writer");
    const place = { sectionId: other.sectionId, anchor: 1, head: 1, version: 1, sessionId: "page-of-writer" };
    await expectRefusal(writer.mutation(api.ieps.editors.move, { ...room(), ...place }), "not_found");
  });
});
