import type { Named } from "./identity";

/**
 * The words by which a list finds a pupil. A word is what somebody types without thinking of accents, capitals or
 * hyphens: "Núñez-O’Hara" is found by nunez, nunezohara, "nunez-o" and ohara alike.
 */

/** Letters that are one to those who write them and have no accent to take off. */
const PLAIN: Readonly<Record<string, string>> = {
  ...{ ß: "ss", æ: "ae", œ: "oe", ø: "o", å: "a", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ı: "i" },
};
const SPECIAL = new RegExp(`[${Object.keys(PLAIN).join("")}]`, "g");

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .replace(SPECIAL, (letter) => PLAIN[letter] ?? letter);
}

const isWritten = (text: string) => text !== "";

/**
 * The words of a pupil, each once, in order. What a sign divides counts as a whole and from each part on; its first
 * part is how the whole begins.
 */
export function wordsOf(student: Named & { studentNumber: string }): string[] {
  const { firstName, preferredName = "", lastName, studentNumber } = student;
  const words = plain([firstName, preferredName, lastName, studentNumber].join(" "))
    .split(/\s+/)
    .flatMap((token) => {
      const parts = token.split(/[^\p{Letter}\p{Number}]+/u).filter(isWritten);
      return [parts.join(""), ...parts.slice(1)];
    });
  return [...new Set(words.filter(isWritten))].sort();
}

/** The beginnings of words that somebody typed, the longest first: it leaves fewest to look through. */
export function beginningsIn(typed: string): string[] {
  const parts = plain(typed)
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter(isWritten);
  return [...new Set(parts)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** Whether every beginning is that of one of the words. */
export function areBegun(words: readonly string[], beginnings: readonly string[]): boolean {
  return beginnings.every((beginning) => words.some((word) => word.startsWith(beginning)));
}

/** The first of the words with this beginning: under it, and under no other, a pupil stands in what was found. */
export function firstBegun(words: readonly string[], beginning: string): string | undefined {
  return words.find((word) => word.startsWith(beginning));
}
