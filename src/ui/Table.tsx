import type { ReactNode } from "react";
import { classNames } from "./classNames.ts";

export type Column<Row> = {
  id: string;
  label: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers end-align; one column is the row's header. */
  align?: "start" | "end";
  isRowHeader?: boolean;
  className?: string;
};

/** A real table on wide screens and a list of cards below 640 px, from the same columns. */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
  density = "comfortable",
  card,
}: {
  /** Says what the table shows; read aloud, not drawn. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  density?: "comfortable" | "compact";
  /** What a row is on a phone, where the labelled cells would be too long. */
  card?: (row: Row) => ReactNode;
}) {
  const padding = density === "compact" ? "py-1.5" : "py-3";
  if (card) {
    return (
      <>
        <ul aria-label={caption} className="divide-y divide-hairline sm:hidden">
          {rows.map((row) => (
            <li key={rowKey(row)}>{card(row)}</li>
          ))}
        </ul>
        <div className="max-sm:hidden">{table()}</div>
      </>
    );
  }
  return table();

  function table() {
    return (
      <table className="w-full border-collapse text-start max-sm:block">
        <caption className="sr-only">{caption}</caption>
        <thead className="max-sm:sr-only">
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={classNames(
                  "border-b border-hairline py-2 pe-4 text-13 font-semibold text-ink-3 last:pe-0",
                  column.align === "end" ? "text-end" : "text-start",
                )}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-sm:flex max-sm:flex-col max-sm:gap-3">
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              className="group border-b border-hairline max-sm:block max-sm:rounded max-sm:border max-sm:bg-raised max-sm:p-4 sm:hover:bg-hover"
            >
              {columns.map((column) => {
                const Cell = column.isRowHeader ? "th" : "td";
                return (
                  <Cell
                    key={column.id}
                    scope={column.isRowHeader ? "row" : undefined}
                    className={classNames(
                      padding,
                      "pe-4 align-baseline font-normal last:pe-0 max-sm:flex max-sm:justify-between max-sm:gap-4 max-sm:p-0 max-sm:py-1",
                      column.align === "end" ? "sm:text-end" : "text-start",
                      column.className,
                    )}
                  >
                    {!column.isRowHeader && (
                      <span aria-hidden className="text-14 text-ink-3 sm:hidden">
                        {column.label}
                      </span>
                    )}
                    <span className={classNames("min-w-0", column.isRowHeader ? "" : "max-sm:text-end")}>
                      {column.cell(row)}
                    </span>
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    );
  }
}
