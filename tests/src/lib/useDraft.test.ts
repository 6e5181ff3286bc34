import { expect, test } from "vitest";
import { unsaved } from "#src/lib/useDraft.ts";

test("what was saved is no longer a draft, and follows what others save", () => {
  expect(unsaved({ name: "North", review: 12 }, { name: "North", review: 12 })).toEqual({});
});

test("what was typed on while a slow line carried the first words stays", () => {
  expect(unsaved({ name: "North End", review: 12 }, { name: "North", review: 12 })).toEqual({
    name: "North End",
  });
  expect(unsaved({ grades: ["K", "1"] }, { grades: ["K"] })).toEqual({ grades: ["K", "1"] });
});
