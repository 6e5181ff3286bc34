/**
 * Small numbers in a table that leaves the organization. Cells from 1 to below the threshold are hidden, and so
 * many others with them that no hidden small number can be worked out from what is shown: neither from its row
 * nor from its column, nor from both. (Network heuristic of complementary cell suppression: L. H. Cox, "Network
 * models for complementary cell suppression", JASA 90, 1995.)
 *
 * A table with totals is a circulation: each cell an arc from its row to its column, each column's total an arc
 * onward, the grand total an arc back, each row's total an arc to its row. What flows into a node flows out. A
 * hidden number can be told from outside exactly when no circle of hidden arcs lets it be another.
 */

/** One number and the two sums it takes part in; numbers are zero or more. */
type Arc = { from: number; to: number; value: number; isHidden: boolean };

export const DEFAULT_THRESHOLD = 10;

/** A table as it may be shown: null is hidden. The last row and the last column are the totals. */
export type Suppressed = (number | null)[][];

/** Rows and columns with their totals as last row and column. The table is counts, whole and not negative. */
export function suppressedTable(
  cells: readonly (readonly number[])[],
  threshold = DEFAULT_THRESHOLD,
): Suppressed {
  const height = cells.length;
  const width = cells[0]?.length ?? 0;
  // The total of one thing is that thing: such a table is a list, written twice.
  if (height === 1) {
    const list = suppressedList(cells[0] ?? [], threshold);
    return [list, [...list]];
  }
  if (width === 1) {
    const only = cells.map(([cell = 0]) => cell);
    return suppressedList(only, threshold).map((cell) => [cell, cell]);
  }
  const [columnNode, totalsRow, totalsColumn] = [height, height + width, height + width + 1];
  const arcs: Arc[][] = cells.map((row, r) =>
    row.map((value, c) => arc(r, columnNode + c, value, threshold)),
  );
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const rowSums = cells.map(sum);
  for (const [r, value] of rowSums.entries()) arcs[r]?.push(arc(totalsColumn, r, value, threshold));
  const last = Array.from({ length: width }, (_, c) =>
    arc(columnNode + c, totalsRow, sum(cells.map((row) => row[c] ?? 0)), threshold),
  );
  arcs.push([...last, arc(totalsRow, totalsColumn, sum(rowSums), threshold)]);
  protect(arcs.flat(), height + width + 2, threshold);
  return arcs.map((row) => row.map(shown));
}

/** Numbers with their total as the last. */
export function suppressedList(values: readonly number[], threshold = DEFAULT_THRESHOLD): (number | null)[] {
  const total = values.reduce((sum, value) => sum + value, 0);
  const arcs = values.map((value) => arc(0, 1, value, threshold));
  // One number and its total are the same number.
  arcs.push(arc(1, 0, total, threshold));
  protect(arcs, 2, threshold);
  return arcs.map(shown);
}

/** Who was there before a period, came in, went out, and is there at its end. */
export type Flow = { opening: number; entered: number; left: number; closing: number };
type ShownFlow = Record<keyof Flow, number | null>;

/**
 * Periods of which each says before + in = out + after. Where a period follows on the one before it, its "before"
 * is that one's "after", the same number twice: both are shown, or neither.
 */
export function suppressedFlow(
  periods: readonly Flow[],
  followsOn: (period: number) => boolean,
  threshold = DEFAULT_THRESHOLD,
): ShownFlow[] {
  // Node 0 is outside; each period is a node that people come into and go out of.
  const all: Arc[] = [];
  const add = (from: number, to: number, value: number) => {
    const added = arc(from, to, value, threshold);
    all.push(added);
    return added;
  };
  const arcs = periods.map(({ opening, entered, left }, i) => ({
    before: followsOn(i) ? null : add(0, i + 1, opening),
    entered: add(0, i + 1, entered),
    left: add(i + 1, 0, left),
  }));
  const after = periods.map(({ closing }, i) =>
    add(i + 1, i + 1 < periods.length && followsOn(i + 1) ? i + 2 : 0, closing),
  );
  protect(all, periods.length + 1, threshold);
  return arcs.map(({ before, entered, left }, i) => ({
    opening: shown(before ?? (after[i - 1] as Arc)),
    entered: shown(entered),
    left: shown(left),
    closing: shown(after[i] as Arc),
  }));
}

const isSmall = (value: number, threshold: number) => value > 0 && value < threshold;
const shown = ({ value, isHidden }: Arc) => (isHidden ? null : value);
const arc = (from: number, to: number, value: number, threshold: number): Arc => ({
  from,
  to,
  value,
  isHidden: isSmall(value, threshold),
});

/** Hides more arcs until every small one could be another number, by a circle that costs the least. */
function protect(arcs: Arc[], nodes: number, threshold: number): void {
  for (const small of arcs.filter(({ value }) => isSmall(value, threshold))) {
    const circle = cheapestWay(arcs, nodes, small.to, small.from, small);
    for (const part of circle) part.isHidden = true;
  }
}

/**
 * The arcs of the cheapest way from one node to another, along arcs forward (their number could be greater) and,
 * where there is anything to take away, backward. Hidden arcs are free; others cost what is lost by hiding them.
 */
function cheapestWay(arcs: readonly Arc[], nodes: number, from: number, to: number, but: Arc): Arc[] {
  const cost = new Array<number>(nodes).fill(Number.POSITIVE_INFINITY);
  const came: ({ arc: Arc; node: number } | undefined)[] = new Array(nodes);
  const isDone = new Array<boolean>(nodes).fill(false);
  cost[from] = 0;
  for (;;) {
    let here = -1;
    for (let node = 0; node < nodes; node++) {
      if (!isDone[node] && (here === -1 || (cost[node] ?? 0) < (cost[here] ?? 0))) here = node;
    }
    if (here === -1 || here === to || cost[here] === Number.POSITIVE_INFINITY) break;
    isDone[here] = true;
    for (const candidate of arcs) {
      if (candidate === but) continue;
      const next = otherEnd(candidate, here);
      const price = (cost[here] ?? 0) + (candidate.isHidden ? 0 : candidate.value + 1);
      if (next === null || price >= (cost[next] ?? 0)) continue;
      cost[next] = price;
      came[next] = { arc: candidate, node: here };
    }
  }
  const way: Arc[] = [];
  for (let step = came[to]; step && way.length <= nodes; step = came[step.node]) {
    way.push(step.arc);
    if (step.node === from) break;
  }
  return way;
}

function otherEnd({ from, to, value }: Arc, node: number): number | null {
  if (from === node) return to;
  return to === node && value > 0 ? from : null;
}
