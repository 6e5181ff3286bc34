/** Longer words are left out of text indexes, as in Convex. */
const LONGEST = 32;

/** The words of a text as text search sees them: runs of letters and digits, in lower case. */
export function tokenize(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => Buffer.byteLength(word) <= LONGEST);
}
