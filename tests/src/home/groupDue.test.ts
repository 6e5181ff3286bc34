import { describe, expect, test } from "vitest";
import { groupDue, nearnessOf } from "#src/features/home/groupDue.ts";

describe("due work on the home page", () => {
  test.each([
    [-1, "overdue"],
    [0, "week"],
    [7, "week"],
    [8, "month"],
    [30, "month"],
    [31, "later"],
    [null, "undated"],
  ] as const)("with %s days left is shown under %s", (daysLeft, nearness) => {
    expect(nearnessOf({ daysLeft })).toBe(nearness);
  });

  test("stands nearest first, keeps its order inside a group, and shows no empty group", () => {
    const groups = groupDue([
      { name: "later", daysLeft: 50 },
      { name: "undated", daysLeft: null },
      { name: "first overdue", daysLeft: -2 },
      { name: "second overdue", daysLeft: -1 },
    ]);
    expect(groups.map(({ nearness, items }) => [nearness, items.map(({ name }) => name)])).toEqual([
      ["overdue", ["first overdue", "second overdue"]],
      ["later", ["later"]],
      ["undated", ["undated"]],
    ]);
  });
});
