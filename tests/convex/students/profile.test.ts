import { beforeEach, describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import type { Child } from "#tests/support/child.ts";
import { expectRefusal } from "#tests/support/problems.ts";
import { aWorld, type Person, type World } from "#tests/support/world.ts";

let world: World;
let child: Child;
beforeEach(async () => {
  world = await aWorld();
  child = await world.aStudent();
});

const { profile, learning, health, history } = api.students;
const partsSeenBy = async (who: Person) =>
  (await who.query(profile.get, { studentId: child.studentId })).parts;
const contact = { relation: "aunt", otherPhone: "", note: "" };
const aContact = (key: string, name: string) => ({
  ...contact,
  key,
  name,
  phone: "555-0100",
  mayCollect: true,
});

const editLanguages = (who: Person, base: object, changes: object) =>
  who.mutation(profile.edit, { studentId: child.studentId, change: { part: "languages", base, changes } });
const editContacts = (who: Person, base: object[], contacts: object[]) =>
  who.mutation(profile.edit, {
    studentId: child.studentId,
    change: { part: "contacts", base: { contacts: base }, changes: { contacts } } as never,
  });

describe("the profile", () => {
  test("starts blank, and keeps what the case manager writes", async () => {
    expect((await partsSeenBy(child.caseManager)).languages).toMatchObject({
      home: "",
      interpreterNeeded: false,
    });
    await editLanguages(child.caseManager, { home: "" }, { home: "Spanish", interpreterNeeded: true });
    const teacher = await child.as.teacher();
    expect((await partsSeenBy(teacher)).languages).toMatchObject({
      home: "Spanish",
      interpreterNeeded: true,
    });
  });

  test("is settled field by field: two people who change different fields both keep theirs", async () => {
    await editLanguages(child.caseManager, { home: "" }, { home: "Spanish" });
    await editLanguages(world.administrator, { correspondence: "" }, { correspondence: "English" });
    expect((await partsSeenBy(world.administrator)).languages).toMatchObject({
      home: "Spanish",
      correspondence: "English",
    });
  });

  test("shows a conflict when two people change one field, with what stands there now", async () => {
    await editLanguages(child.caseManager, { home: "" }, { home: "Spanish" });
    const thrown = await editLanguages(world.administrator, { home: "" }, { home: "Mixtec" }).catch((e) => e);
    expect(thrown.data).toMatchObject({ code: "conflict", field: "home", params: { current: "Spanish" } });
    expect((await partsSeenBy(world.administrator)).languages.home).toBe("Spanish");
  });

  test("settles the list of contacts line by line", async () => {
    await editContacts(child.caseManager, [], [aContact("a", "Rosa")]);
    await editContacts(world.administrator, [], [aContact("b", "Luis")]);
    await editContacts(child.caseManager, [aContact("a", "Rosa")], [aContact("a", "Rosa Marie")]);
    expect((await partsSeenBy(child.caseManager)).contacts.contacts.map(({ name }) => name).sort()).toEqual([
      "Luis",
      "Rosa Marie",
    ]);
    const late = editContacts(world.administrator, [aContact("a", "Rosa")], [aContact("a", "Rosalia")]);
    await expectRefusal(late, "conflict", "contacts");
  });

  test("takes no contact without a number to ring", async () => {
    const nobody = { ...aContact("a", "Rosa"), phone: " " };
    await expectRefusal(editContacts(child.caseManager, [], [nobody]), "required", "contacts.0.phone");
  });

  test("lets teachers write how the child learns, and nothing of where the child lives", async () => {
    const teacher = await child.as.teacher();
    await teacher.mutation(learning.edit, {
      studentId: child.studentId,
      change: { part: "learning", base: {}, changes: { motivators: "Trains" } },
    });
    await expectRefusal(editLanguages(teacher, {}, { home: "Spanish" }), "not_allowed");
    expect((await partsSeenBy(teacher)).learning.motivators).toBe("Trains");
  });

  test("names the numbers for the team, and refuses a pupil number of the wrong shape", async () => {
    const edit = (changes: object) =>
      child.caseManager.mutation(api.students.record.edit, { studentId: child.studentId, ...changes });
    await edit({ stateNumber: "TX-1", upn: "h801200001001" });
    expect((await child.caseManager.query(profile.get, { studentId: child.studentId })).numbers).toEqual({
      stateNumber: "TX-1",
      upn: "H801200001001",
      formerUpn: null,
    });
    await expectRefusal(edit({ upn: "12" }), "invalid", "upn");
  });
});

describe("medical considerations", () => {
  const open = (who: Person) => who.mutation(health.open, { studentId: child.studentId });
  const read = (who: Person) => who.query(health.get, { studentId: child.studentId });
  const edit = (who: Person, changes: object) =>
    who.mutation(health.edit, { studentId: child.studentId, base: {}, changes });

  test("are read only after they were opened, and each opening is an audit entry", async () => {
    await expectRefusal(edit(child.caseManager, { allergies: "Peanuts" }), "health_not_opened");
    await open(child.caseManager);
    await edit(child.caseManager, { allergies: "Peanuts" });
    const specialist = await child.as.specialist();
    expect(await read(specialist)).toBeNull();
    await open(specialist);
    expect(await read(specialist)).toMatchObject({ allergies: "Peanuts" });
    const { page } = await world.administrator.query(api.audit.entries.list, {
      organizationId: world.organizationId,
      paginationOpts: { numItems: 50, cursor: null },
    });
    expect(page.filter(({ summary }) => summary === "opened the medical considerations")).toHaveLength(2);
  });

  test("are hidden from a teacher, in the history too", async () => {
    await open(child.caseManager);
    await edit(child.caseManager, { allergies: "Peanuts" });
    const teacher = await child.as.teacher();
    await expectRefusal(read(teacher), "not_allowed");
    await expectRefusal(open(teacher), "not_allowed");
    const changesSeenBy = async (who: Person) => {
      const options = { studentId: child.studentId, paginationOpts: { numItems: 10, cursor: null } };
      const { page } = await who.query(history.list, options);
      return page.find(({ part }) => part === "health")?.changes;
    };
    expect(await changesSeenBy(teacher)).toBeNull();
    expect(await changesSeenBy(child.caseManager)).toContainEqual({
      field: "allergies",
      before: null,
      after: "Peanuts",
    });
  });
});

test("the history says who changed which field, from what to what", async () => {
  await editLanguages(child.caseManager, {}, { home: "Spanish" });
  await editLanguages(world.administrator, { home: "Spanish" }, { home: "Mixtec" });
  const options = { studentId: child.studentId, paginationOpts: { numItems: 10, cursor: null } };
  const { page } = await child.caseManager.query(history.list, options);
  expect(page[0]).toMatchObject({
    part: "languages",
    recordedBy: { name: "Ada Administrator" },
    changes: [{ field: "home", before: "Spanish", after: "Mixtec" }],
  });
  expect(page.map(({ part }) => part)).toEqual(["languages", "languages", "identity"]);
});
