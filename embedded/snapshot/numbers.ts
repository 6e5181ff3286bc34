import { encodeInteger } from "../values/json.ts";

/**
 * An export writes a float with a point and an integer without one. Here, as on the wire, every plain number is a
 * float. Only numbers outside of texts differ, so the rest of a line is left as it is.
 */
const TEXT_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** A document's text as an export writes it. */
export const withPoints = (line: string): string =>
  line.replace(TEXT_OR_NUMBER, (found) => (isWhole(found) ? `${found}.0` : found));

/** A line of an export as a document's text. */
export const withoutPoints = (line: string): string =>
  line.replace(TEXT_OR_NUMBER, (found) =>
    isWhole(found) ? JSON.stringify(encodeInteger(BigInt(found))) : found,
  );

const isWhole = (found: string) => /^-?\d+$/.test(found);
