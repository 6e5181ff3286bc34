import { i18n } from "@lingui/core";
import { expect, test } from "vitest";
import { noCode, readCode } from "#src/features/auth/typedCode.ts";

i18n.loadAndActivate({ locale: "en", messages: {} });

test("a code of an app is read in whichever digits, and however it is broken up", () => {
  const typed = [
    "012345",
    " 012 345 ",
    "012-345",
    "٠١٢٣٤٥",
    "۰۱۲ ۳۴۵",
    "０１２３４５",
    "012\n345\r\n",
    "\u200f٠١٢٣٤٥",
  ];
  for (const one of typed) {
    expect(readCode(one), JSON.stringify(one)).toEqual({ kind: "app", code: "012345" });
  }
});

test("a code from paper is read in whichever field it is typed, in capitals and without its dash", () => {
  for (const one of ["abcde-fgh23", "ABCDE FGH23", " abcdefgh23\n", "abcde–fgh23", "abcde-fgh٢٣"]) {
    expect(readCode(one), JSON.stringify(one)).toEqual({ kind: "paper", code: "abcde-fgh23" });
  }
});

test("what can be neither spends no try, and is told what the code looks like", () => {
  for (const one of ["", "  ", "12345", "1234567", "abcdef", "abcde-fgh2", "abcde-fgh234", "код123", "😀"]) {
    expect(readCode(one), JSON.stringify(one)).toBeNull();
  }
  expect(noCode(" ", "app")).toBe("Enter the code.");
  expect(noCode("12345", "app")).toContain("six digits");
  expect(noCode("12345", "paper")).toContain("ten letters and digits");
});
