import { expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import { expectRefusal } from "#tests/support/problems.ts";
import { aVisitor, aWorld } from "#tests/support/world.ts";

test("nobody is signed in before anybody signs in", async () => {
  const { backend } = await aWorld();
  expect(await backend.stranger.query(api.people.me.get, {})).toBeNull();
});

test("abilities are sent in the words of the policy", async () => {
  const world = await aWorld();
  const abilitiesOf = async (who: typeof world.administrator) =>
    (await who.query(api.people.me.get, {}))?.abilities[world.organizationId]?.sort();
  const administrator = await abilitiesOf(world.administrator);
  expect(administrator).toEqual(
    expect.arrayContaining(["organizations.edit", "audit.read", "students.list"]),
  );
  const teacher = await abilitiesOf(await world.aMember("teacher"));
  expect(teacher).toEqual(expect.arrayContaining(["people.list", "students.list"]));
  expect(teacher).not.toEqual(expect.arrayContaining(["organizations.edit"]));
  // What is about one child is asked of that child's record.
  for (const about of ["students.read", "ieps.edit"]) expect(administrator).not.toContain(about);
  expect(await abilitiesOf(await (await world.aStudent()).as.guardian())).toEqual([]);
});

test("a student's own account knows its own record", async () => {
  const child = await (await aWorld()).aStudent();
  const me = await (await child.as.student()).query(api.people.me.get, {});
  expect(me?.children).toMatchObject([{ studentId: child.studentId, name: "Robin Example" }]);
});

test("preferences are kept one by one", async () => {
  const person = await aVisitor((await aWorld()).backend);
  await person.mutation(api.people.me.savePreferences, { theme: "dark" });
  await person.mutation(api.people.me.savePreferences, { locale: "es" });
  await person.mutation(api.people.me.savePreferences, { textSize: "large" });
  const me = await person.query(api.people.me.get, {});
  expect(me?.person).toMatchObject({ locale: "es", preferences: { theme: "dark", textSize: "large" } });
});

test("a language that is not offered is refused", async () => {
  const person = await aVisitor((await aWorld()).backend);
  const saving = person.mutation(api.people.me.savePreferences, { locale: "tlh" });
  await expectRefusal(saving, "invalid", "locale");
});
