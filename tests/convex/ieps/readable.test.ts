import { beforeAll, beforeEach, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import { expectRefusal } from "#tests/support/problems.ts";
import { aWorld, type Person, type World } from "#tests/support/world.ts";
import { type OpenSection, openSection, typing } from "./section.ts";

let world: World;
let writer: Person;
let section: OpenSection;

beforeAll(async () => {
  world = await aWorld();
  writer = await world.aMember("caseManager");
});
beforeEach(async () => {
  section = await openSection(await world.aStudent({ caseManager: writer }));
  await section.submit(writer, { version: 1, steps: [typing(1, "Reads with care.")] });
});

const place = () => ({ studentId: section.child.studentId, iepId: section.iepId });
const share = (shared: boolean) => writer.mutation(api.ieps.ieps.share, { ...place(), shared });

test("the family reads a plan from when it is shared until it is not", async () => {
  const guardian = await section.child.as.guardian();
  await expectRefusal(guardian.query(api.ieps.readable.get, place()), "not_found");
  await share(true);
  const plan = await guardian.query(api.ieps.readable.get, place());
  const levels = plan.sections.find(({ kind }) => kind === "presentLevels");
  expect(levels?.content).toContain("Reads with care.");
  expect(plan.goals.map(({ progress }) => progress.trend.status)).toEqual(["notEnoughData"]);
  await share(false);
  await expectRefusal(guardian.query(api.ieps.readable.get, place()), "not_found");
});

test("what is read says nothing of who wrote it", async () => {
  await share(true);
  const guardian = await section.child.as.guardian();
  const plan = await guardian.query(api.ieps.readable.get, place());
  const said = JSON.stringify(plan);
  expect(said).not.toContain(writer.name);
  expect(said).not.toContain(writer.personId);
});

test("a section that is not needed is left out", async () => {
  const { sections } = await writer.query(api.ieps.ieps.get, place());
  const transition = sections.find(({ kind }) => kind === "transition");
  if (!transition) throw new Error("a plan has a transition section");
  const state = {
    studentId: section.child.studentId,
    sectionId: transition.sectionId,
    state: "notNeeded",
  } as const;
  await writer.mutation(api.ieps.sections.setState, state);
  const plan = await writer.query(api.ieps.readable.get, place());
  expect(plan.sections.map(({ kind }) => kind)).not.toContain("transition");
});

test("the guardian of another child finds nothing", async () => {
  await share(true);
  const stranger = await section.child.as.guardianElsewhere();
  await expectRefusal(stranger.query(api.ieps.readable.get, place()), "not_found");
});
