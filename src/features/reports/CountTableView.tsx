import { Trans } from "@lingui/react";
import { format } from "#src/lib/format.ts";
import type { CountTable } from "./reportTable.ts";
import { WideTable } from "./WideTable.tsx";

/** A table of counts with its totals; a hidden number says so. Wide ones scroll within themselves. */
export function CountTableView({ table }: { table: CountTable }) {
  const last = table.rows.length - 1;
  return (
    <section aria-labelledby={`table-${table.id}`} data-keep-together>
      <h3 id={`table-${table.id}`} className="mb-2 text-16 font-bold">
        {table.title}
      </h3>
      {table.rows.length === 0 ? (
        <p className="text-ink-3">
          <Trans id="report.nothing" message="Nobody to count." />
        </p>
      ) : (
        <WideTable labelledBy={`table-${table.id}`}>
          <thead>
            <tr>
              <th
                scope="col"
                className="border-b border-edge py-2 pe-4 text-start text-13 font-semibold text-ink-3"
              >
                {table.corner}
              </th>
              {table.columns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  className="border-b border-edge py-2 ps-4 text-end text-13 font-semibold text-ink-3"
                >
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(({ label, cells }, i) => (
              <tr key={label} className={i === last ? "font-semibold" : "border-b border-hairline"}>
                <th scope="row" className="py-1.5 pe-4 text-start font-[inherit] max-sm:pe-2">
                  <span className="block hyphens-auto break-words max-sm:w-30">{label}</span>
                </th>
                {cells.map((cell, c) => (
                  <td key={table.columns[c]} className="py-1.5 ps-4 text-end">
                    <Count value={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
    </section>
  );
}

/** A number, or that it is hidden. */
export function Count({ value }: { value: number | null }) {
  if (value !== null) return value === 0 ? <span className="text-ink-3">0</span> : format.number(value, 0);
  return (
    <>
      <span aria-hidden className="text-ink-3">
        ×
      </span>
      <span className="sr-only">
        <Trans id="report.hidden" message="hidden" />
      </span>
    </>
  );
}
