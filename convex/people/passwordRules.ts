/** What makes a password of allowed length a bad one. */
export type Weakness = "common" | "personal";

type IsCommon = (text: string) => boolean;

/** More than this many letters besides one's own names make a password one's own. */
const OWN_LETTERS = 6;
const SHORTEST_WORD = 3;

/**
 * Why a password is easily guessed, or null. Common: it stands on the list of the most used ones, in capitals or
 * not, or is one of them with digits and signs behind it, or the same one several times. Personal: little is left of
 * it without the words given (the person's name and address, their organizations).
 */
export function weaknessOf(password: string, words: readonly string[], isCommon: IsCommon): Weakness | null {
  const text = password.toLowerCase();
  const plain = text.replace(/[^\p{L}\p{N}]/gu, "");
  const base = text.replace(/[^\p{L}]+$/u, "");
  const candidates = [text, plain, base, unitOf(text), unitOf(plain), unitOf(base)];
  if (candidates.some((candidate) => candidate.length <= 1 || isCommon(candidate))) return "common";
  return ownLetters(plain, words) < OWN_LETTERS ? "personal" : null;
}

/** What a text repeats: "abc" of "abcabcabc", itself when it repeats nothing. */
function unitOf(text: string): string {
  return /^(.+?)\1+$/su.exec(text)?.[1] ?? text;
}

/** How many letters and digits are left without the person's own words. */
function ownLetters(plain: string, words: readonly string[]): number {
  const own = words
    .flatMap((word) => word.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= SHORTEST_WORD)
    .sort((a, b) => b.length - a.length);
  return own.reduce((left, word) => left.replaceAll(word, ""), plain).length;
}
