import { expect, test } from "vitest";
import { editOf, isOvertaken, leftAfter, typedOver } from "#src/lib/keptEdit.ts";

test("what is typed remembers what it stood over when the typing began, whatever is stored meanwhile", () => {
  const first = typedOver(null, "North", "North E");
  expect(first).toEqual({ base: "North", mine: "North E" });
  expect(typedOver(first ?? null, "South", "North End")).toEqual({ base: "North", mine: "North End" });
});

test("whoever has typed back what is stored has typed nothing", () => {
  expect(typedOver({ base: 12, mine: 6 }, 12, 12)).toBeUndefined();
  expect(typedOver({ base: ["K"], mine: ["K", "1"] }, ["K"], ["K"])).toBeUndefined();
});

test("words would undo what somebody else has stored since, unless both wrote the same", () => {
  const edit = { base: 12, mine: 6 };
  expect(isOvertaken(edit, 12)).toBe(false);
  expect(isOvertaken(edit, 9)).toBe(true);
  expect(isOvertaken(edit, 6)).toBe(false);
});

test("what was typed on while a slow line carried the first words stays, over what they have become", () => {
  expect(leftAfter({ base: "North", mine: "North End" }, "North End")).toBeUndefined();
  expect(leftAfter({ base: "North", mine: "North End" }, "North E")).toEqual({
    base: "North E",
    mine: "North End",
  });
});

test("an emptied number comes back from the device as an empty number", () => {
  const kept = JSON.parse(JSON.stringify(typedOver(null, 12, Number.NaN)));
  expect(editOf(kept, 12)).toEqual({ base: 12, mine: Number.NaN });
});

test("a field that is of another kind since its words were kept begins without them", () => {
  expect(editOf({ base: "a", mine: "b" }, 12)).toBeNull();
  expect(editOf({ base: ["a"], mine: ["b"] }, { a: true })).toBeNull();
  expect(editOf("words of a form that keeps no base", "")).toBeNull();
  expect(editOf(undefined, "")).toBeNull();
});
