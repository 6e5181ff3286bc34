import { problem } from "../../errors";

type Item = { key: string };

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/**
 * A list that several people edit at once, line by line: what each person changed is kept, in the order of the one
 * who writes now. `base` is the list as that person saw it.
 * @throws conflict for a line that both changed, with the field, and the line's text now
 */
export function reconcileList<Line extends Item>(
  current: readonly Line[],
  base: readonly Line[],
  wanted: readonly Line[],
  field: string,
): Line[] {
  const find = (lines: readonly Line[], key: string) => lines.find((line) => line.key === key);
  const conflict = (now: Line | undefined) =>
    problem("conflict", { field, params: { current: now ? JSON.stringify(now) : null } });
  const kept = wanted.flatMap((line) => {
    const [now, seen] = [find(current, line.key), find(base, line.key)];
    if (!seen) return now && !isSame(now, line) ? refuse(now) : [line];
    if (isSame(line, seen)) return now ? [now] : [];
    if (isSame(now, seen) || isSame(now, line)) return [line];
    return refuse(now);
  });
  for (const seen of base) {
    if (find(wanted, seen.key)) continue;
    const now = find(current, seen.key);
    if (now && !isSame(now, seen)) throw conflict(now);
  }
  const added = current.filter((line) => !find(base, line.key) && !find(wanted, line.key));
  return [...kept, ...added];

  function refuse(now: Line | undefined): never {
    throw conflict(now);
  }
}
