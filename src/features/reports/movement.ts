import { i18n } from "@lingui/core";
import { medianOf } from "#convex/reports/rules/spans.ts";
import { suppressedFlow } from "#convex/reports/rules/suppression.ts";
import { type Line, lines, periodKey } from "#convex/reports/rules/tallies.ts";
import type { Run } from "./distribution.ts";
import { lineName, stayWords } from "./reportWords.ts";

type Period = Run["periods"][number];

/** One period of one line; null is a hidden number. */
export type Moved = {
  period: Period;
  opening: number | null;
  entered: number | null;
  left: number | null;
  closing: number | null;
  net: number | null;
  median: number | null;
};

/** The periods of one line, in order; for sharing, small numbers are hidden with what would give them away. */
export function movedIn(run: Run, of: Period["of"], line: Line, hideBelow: number | null): Moved[] {
  const periods = run.periods.filter((period) => period.of === of);
  const figures = periods.map((period) => {
    const base = `${periodKey(period)}/${line}`;
    const figure = (what: string) => run.counts[`${base}/${what}`] ?? 0;
    const stays = Object.entries(run.counts).flatMap(([key, n]) =>
      key.startsWith(`${base}/stay/`) ? [{ value: Number(key.slice(base.length + 6)), n }] : [],
    );
    return {
      period,
      flow: {
        opening: figure("opening"),
        entered: figure("entered"),
        left: figure("left"),
        closing: figure("closing"),
      },
      median: medianOf(stays),
    };
  });
  const isNext = (i: number) => of === "year" && i > 0;
  const shown =
    hideBelow === null
      ? figures.map(({ flow }) => flow)
      : suppressedFlow(
          figures.map(({ flow }) => flow),
          isNext,
          hideBelow,
        );
  return figures.map(({ period, median }, i) => {
    const flow = shown[i] ?? { opening: null, entered: null, left: null, closing: null };
    const net = flow.entered === null || flow.left === null ? null : flow.entered - flow.left;
    return { period, ...flow, net, median: hideBelow !== null && flow.left === null ? null : median };
  });
}

/** The lines in which anything happened. */
export const movedLines = (run: Run): Line[] =>
  lines.filter((line) => Object.keys(run.counts).some((key) => key.split("/")[1] === line));

/** The header and the lines of the file. */
export function movementRows(run: Run, hideBelow: number | null): (string | number | null)[][] {
  const header = [
    i18n.t({ id: "report.what", message: "What" }),
    i18n.t({ id: "report.period", message: "Period" }),
    i18n.t({ id: "report.from", message: "From" }),
    i18n.t({ id: "report.to", message: "To" }),
    ...movementColumns(),
  ];
  const body = movedLines(run).flatMap((line) =>
    (["year", "term"] as const).flatMap((of) =>
      movedIn(run, of, line, hideBelow).map(({ period, opening, entered, left, closing, net, median }) => [
        lineName(line),
        period.label,
        period.from,
        period.to,
        opening,
        entered,
        left,
        closing,
        net,
        median === null ? null : stayWords(median),
      ]),
    ),
  );
  return [header, ...body];
}

export const movementColumns = (): string[] => [
  i18n.t({ id: "report.opening", message: "Before" }),
  i18n.t({ id: "report.entered", message: "Came in" }),
  i18n.t({ id: "report.left", message: "Went out" }),
  i18n.t({ id: "report.closing", message: "At the end" }),
  i18n.t({ id: "report.net", message: "Change" }),
  i18n.t({ id: "report.median", message: "Median stay of those who left" }),
];
