import { problem } from "../../errors";

type Fields = Record<string, unknown>;
type Shown = string | number | boolean | null;

/** Whether two values of a field are the same; the order of an object's keys does not matter. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const [left, right] = [a as Fields, b as Fields];
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => isSame(left[key], right[key]));
}

function shown(value: unknown): Shown {
  if (value === undefined || value === null) return null;
  return typeof value === "object" ? JSON.stringify(value) : (value as Shown);
}

/**
 * What to write when a person changes fields of a row that others may have changed meanwhile. `base` holds the
 * value of each field as the person saw it. A field that is already as wanted needs nothing.
 * @throws conflict for a field that is neither as seen nor as wanted, with its value now (an object as JSON)
 */
export function reconcile<Changes extends Fields>(
  current: Fields,
  base: Fields,
  changes: Changes,
): Partial<Changes> {
  const toWrite: Fields = {};
  for (const [field, wanted] of Object.entries(changes)) {
    const now = current[field];
    if (isSame(now, wanted)) continue;
    if (!isSame(now, base[field])) throw problem("conflict", { field, params: { current: shown(now) } });
    toWrite[field] = wanted;
  }
  return toWrite as Partial<Changes>;
}
