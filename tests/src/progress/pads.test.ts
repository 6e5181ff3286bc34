import { expect, test } from "vitest";
import { choicesFor, typedNumber } from "#src/features/progress/log/pads.ts";

const type = (...keys: string[]) => keys.reduce(typedNumber, "");

test("digits and one decimal point make a number", () => {
  expect(type("1", "0", "4")).toBe("104");
  expect(type("6", ".", "5")).toBe("6.5");
  expect(type("6", ".", "5", ".")).toBe("6.5");
});

test("a leading zero is replaced, and a point needs a digit before it", () => {
  expect(type("0", "7")).toBe("7");
  expect(type(".", "5")).toBe("5");
});

test("a slip is taken away, and a fifth digit is not taken", () => {
  expect(type("1", "2", "back")).toBe("1");
  expect(type("1", "2", "3", "4", "5")).toBe("1234");
});

test("percent is offered in tens, trials up to their number", () => {
  expect(choicesFor("percent", 10)).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
  expect(choicesFor("trials", 3)).toEqual([0, 1, 2, 3]);
});
