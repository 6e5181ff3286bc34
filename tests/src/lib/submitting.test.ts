import { i18n } from "@lingui/core";
import { expect, test, vi } from "vitest";
import { type Answer, refusalIn, submitter } from "#src/lib/submitting.ts";
import type { FormErrors } from "#src/ui/formErrors.ts";

i18n.loadAndActivate({ locale: "en", messages: {} });

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

/** A form, and a line on which each answer waits until it is let go. */
function aForm() {
  const seen = {
    errors: {} as FormErrors,
    done: [] as unknown[],
    elsewhere: [] as string[],
    isPending: false,
  };
  const form = { isHere: true };
  const waiting: ((answer: Answer) => void)[] = [];
  const submit = submitter({
    isHere: () => form.isHere,
    pends: (isPending) => {
      seen.isPending = isPending;
    },
    refuses: (errors) => {
      seen.errors = errors;
    },
    tellElsewhere: (sentence) => void seen.elsewhere.push(sentence),
  });
  const press = () =>
    submit(
      () => new Promise<Answer>((settle) => void waiting.push(settle)),
      (value) => void seen.done.push(value),
    );
  return { seen, form, waiting, submit, press };
}

test("what is pressed twice before the answer has come is sent once, and can be sent again after it", async () => {
  const { seen, waiting, press } = aForm();
  const first = press();
  await press();
  expect(waiting).toHaveLength(1);
  expect(seen.isPending).toBe(true);
  waiting[0]?.({ isDone: true, value: 7 });
  await first;
  expect(seen).toMatchObject({ done: [7], isPending: false });
  void press();
  expect(waiting).toHaveLength(2);
});

test("a refusal that comes after the form was closed is said where the person is now", async () => {
  const { seen, form, waiting, press } = aForm();
  const sent = press();
  form.isHere = false;
  waiting[0]?.(refused("reason"));
  await sent;
  expect(seen.elsewhere).toEqual(["Fill this in."]);
});

test("a form that was closed while its answer was under way closes nothing else", async () => {
  const { seen, form, waiting, press } = aForm();
  const sent = press();
  form.isHere = false;
  waiting[0]?.({ isDone: true, value: null });
  await sent;
  expect(seen).toMatchObject({ done: [], elsewhere: [] });
});

test("a sending that breaks is said, and the form can be sent again", async () => {
  const silent = vi.spyOn(console, "error").mockImplementation(() => {});
  const { seen, submit } = aForm();
  await submit(() => Promise.reject(new Error("The line broke")));
  silent.mockRestore();
  expect(seen.errors.form).toMatch(/\S/);
  expect(seen).toMatchObject({ done: [], isPending: false });
});
