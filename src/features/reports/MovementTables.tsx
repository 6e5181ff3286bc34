import { Trans } from "@lingui/react";
import { Count } from "./CountTableView.tsx";
import type { Run } from "./distribution.ts";
import { type Moved, movedIn, movedLines, movementColumns } from "./movement.ts";
import { lineName, stayWords } from "./reportWords.ts";
import { WideTable } from "./WideTable.tsx";

/** For each status and for plans: who was there before, came in, went out, and is there at the end. */
export function MovementTables({ run, hideBelow }: { run: Run; hideBelow: number | null }) {
  const lines = movedLines(run);
  if (lines.length === 0) {
    return (
      <p className="text-ink-3">
        <Trans id="report.noMovement" message="Nobody had a status or a plan in these years." />
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-8">
      {lines.map((line) => (
        <section key={line} aria-labelledby={`line-${line}`} data-keep-together>
          <h3 id={`line-${line}`} className="mb-2 text-16 font-bold">
            {lineName(line)}
          </h3>
          <WideTable labelledBy={`line-${line}`}>
            <thead>
              <tr className="text-13 text-ink-3">
                <th scope="col" className="border-b border-edge py-2 pe-4 text-start font-semibold">
                  <Trans id="report.period" message="Period" />
                </th>
                {movementColumns().map((column) => (
                  <th
                    key={column}
                    scope="col"
                    className="border-b border-edge py-2 ps-4 text-end font-semibold"
                  >
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {movedIn(run, "year", line, hideBelow).map((moved) => (
                <Row key={moved.period.from} moved={moved} />
              ))}
              {movedIn(run, "term", line, hideBelow).map((moved) => (
                <Row key={`term-${moved.period.from}`} moved={moved} isTerm />
              ))}
            </tbody>
          </WideTable>
        </section>
      ))}
    </div>
  );
}

function Row({ moved, isTerm = false }: { moved: Moved; isTerm?: boolean }) {
  const { period, opening, entered, left, closing, net, median } = moved;
  return (
    <tr className="border-b border-hairline">
      <th
        scope="row"
        className={isTerm ? "py-1.5 ps-4 pe-4 text-start font-normal" : "py-1.5 pe-4 text-start"}
      >
        {period.label}
      </th>
      {Object.entries({ opening, entered, left, closing }).map(([what, value]) => (
        <td key={what} className="py-1.5 ps-4 text-end">
          <Count value={value} />
        </td>
      ))}
      <td className="py-1.5 ps-4 text-end">
        {net === null ? <Count value={null} /> : net > 0 ? `+${net}` : net}
      </td>
      <td className="py-1.5 ps-4 text-end whitespace-nowrap">{stayWords(median)}</td>
    </tr>
  );
}
