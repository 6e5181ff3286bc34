import { expect, test } from "vitest";
import { PlanRoom } from "#src/features/ieps/presence/planRoom.ts";

type Said = Parameters<PlanRoom["take"]>[0];

const ana = { personId: "ana", name: "Ana Ruiz", color: 1 };
const tom = { personId: "tom", name: "Tom Reed", color: 2 };
const me = { personId: "me", name: "Mia Olsen", color: 3 };

/** What the server says when Ana stands at `head` in the first section, and Tom and I in the second. */
function said(head: number): Said {
  const caret = (person: typeof ana, sectionId: string, at: number) => ({
    caretId: `caret of ${person.personId}`,
    ...{ sectionId, person, anchor: at, head: at, version: 1 },
  });
  return {
    audience: "team",
    editors: [
      { person: ana, sectionIds: ["first"] },
      { person: tom, sectionIds: ["second"] },
      { person: me, sectionIds: ["second"] },
    ],
    carets: [caret(ana, "first", head), caret(tom, "second", 3), caret(me, "second", 9)],
  } as unknown as Said;
}

test("a room shows everybody but me, in their sections and at their carets", () => {
  const room = new PlanRoom();
  room.take(said(5), "me");
  expect(room.others()).toEqual([ana, tom]);
  expect(room.inSection("first")).toEqual([ana]);
  expect(room.inSection("second")).toEqual([tom]);
  expect(room.caretsIn("second")).toMatchObject([{ personId: "tom", head: 3 }]);
  expect(room.caretsIn("third")).toBe(room.caretsIn("fourth"));
});

test("a caret that moves changes nothing but the carets of its own text", () => {
  const room = new PlanRoom();
  room.take(said(5), "me");
  const parts = () => [
    room.others(),
    room.inSection("first"),
    room.inSection("second"),
    room.caretsIn("second"),
    room.caretsIn("third"),
  ];
  const before = parts();
  const carets = room.caretsIn("first");
  room.take(said(6), "me");
  parts().forEach((part, at) => {
    expect(part).toBe(before[at]);
  });
  expect(room.caretsIn("first")).not.toBe(carets);
  expect(room.caretsIn("first")).toMatchObject([{ head: 6 }]);
});

test("who leaves is gone from everywhere, and the family is told of nobody", () => {
  const room = new PlanRoom();
  let told = 0;
  const stop = room.subscribe(() => told++);
  room.take(said(5), "me");
  const team = said(5) as Extract<Said, { audience: "team" }>;
  room.take({ ...team, editors: team.editors.slice(1), carets: team.carets.slice(1) }, "me");
  expect([room.others(), room.inSection("first"), room.caretsIn("first")]).toEqual([[tom], [], []]);
  stop();
  room.take({ audience: "family", teamIsWorking: true }, "me");
  expect([room.others(), told]).toEqual([[], 2]);
});
