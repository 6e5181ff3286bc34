import { expect, test } from "vitest";
import { refusalIn } from "#src/lib/useSubmit.ts";

const refused = (field?: string) => ({
  isDone: false as const,
  problem: { code: "required" as const, field },
  sentence: "Fill this in.",
});

test("a yes refuses nothing, whatever it answers", () => {
  expect(refusalIn({ isDone: true, value: null })).toBeNull();
});

test("what is refused stands by its field", () => {
  expect(refusalIn(refused("reason"))).toEqual({ reason: "Fill this in." });
});

test("what belongs to no field, or to one without a name, stands on the form", () => {
  expect(refusalIn(refused())).toEqual({ form: "Fill this in." });
  expect(refusalIn(refused(""))).toEqual({ form: "Fill this in." });
});

test("what was missing before anything was sent stays as it was said", () => {
  expect(refusalIn({ kind: "Choose one." })).toEqual({ kind: "Choose one." });
});
