import { i18n } from "@lingui/core";
import { ConvexError } from "convex/values";
import { beforeAll, describe, expect, test } from "vitest";
import { errorCodes } from "#convex/errors.ts";
import { PASSWORD_LENGTH } from "#convex/people/rules.ts";
import { shortestPassword } from "#src/features/auth/authProblem.ts";
import { readProblem, sentenceOf } from "#src/lib/problems.ts";

beforeAll(() => i18n.loadAndActivate({ locale: "en", messages: {} }));

describe("a problem", () => {
  test.each(errorCodes)("%s has a sentence that ends like one", (code) => {
    expect(sentenceOf({ code })).toMatch(/^[A-Z].{8,}[.]$/s);
  });

  test("with a code is read from what a function throws, with its field", () => {
    const thrown = new ConvexError({ code: "required", field: "name" });
    expect(readProblem(thrown)).toEqual({ code: "required", field: "name" });
  });

  test.each([
    ["a bug", new Error("x is undefined")],
    ["a code that nobody knows", new ConvexError({ code: "made_up" })],
    ["a text", new ConvexError("no")],
    ["nothing", undefined],
  ])("that is %s is our fault, in words that show nothing of it", (_what, thrown) => {
    expect(readProblem(thrown)).toEqual({ code: "unexpected" });
    expect(sentenceOf(readProblem(thrown))).not.toContain("undefined");
  });
});

test("the sign-up form asks for as many characters as the server does", () => {
  expect(shortestPassword).toBe(PASSWORD_LENGTH.min);
});
