import type { ReactNode } from "react";
import { classNames } from "./classNames.ts";
import { RowBox } from "./RowBox.tsx";
import type { RowSelection } from "./useRowSelection.ts";

export type Column<Row> = {
  id: string;
  label: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers end-align; one column is the row's header. */
  align?: "start" | "end";
  isRowHeader?: boolean;
  className?: string;
};

/** Above the rows that pass below it; a border of its own, since collapsed borders scroll away. */
const stickyStyle = "sticky top-0 z-10 bg-paper";

/** A real table on wide screens and a list of cards below 640 px, from the same columns. */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
  density = "comfortable",
  card,
  isHeaderSticky = false,
  selection,
}: {
  /** Says what the table shows; read aloud, not drawn. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  density?: "comfortable" | "compact";
  /** What a row is on a phone, where the labelled cells would be too long. */
  card?: (row: Row) => ReactNode;
  /** Keeps the names of the columns in sight while a long list scrolls. */
  isHeaderSticky?: boolean;
  /** A box before each row, on wide screens. */
  selection?: RowSelection & { labelAll: string; labelOf: (row: Row) => string };
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
      <table
        className="w-full border-separate border-spacing-0 text-start max-sm:block"
        onKeyDown={selection?.onKeyDown}
      >
        <caption className="sr-only">{caption}</caption>
        <thead className="max-sm:sr-only">
          <tr>
            {selection && (
              <td className={classNames("w-8 border-b border-hairline py-1", isHeaderSticky && stickyStyle)}>
                <RowBox
                  label={selection.labelAll}
                  isSelected={rows.length > 0 && selection.keys.size === rows.length}
                  isIndeterminate={selection.keys.size > 0 && selection.keys.size < rows.length}
                  onToggle={selection.toggleAll}
                />
              </td>
            )}
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={classNames(
                  "border-b border-hairline py-2 pe-4 text-13 font-semibold text-ink-3 last:pe-0",
                  column.align === "end" ? "text-end" : "text-start",
                  isHeaderSticky && stickyStyle,
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
              data-selected={selection?.isSelected(rowKey(row)) || undefined}
              className="group border-hairline max-sm:block max-sm:rounded max-sm:border max-sm:bg-raised max-sm:p-4 data-[selected]:bg-accent-wash sm:hover:bg-hover"
            >
              {selection && (
                <td className="w-8 border-b border-hairline align-middle max-sm:hidden">
                  <RowBox
                    label={selection.labelOf(row)}
                    isSelected={selection.isSelected(rowKey(row))}
                    onToggle={(isRange) => selection.toggle(rowKey(row), isRange)}
                  />
                </td>
              )}
              {columns.map((column) => {
                const Cell = column.isRowHeader ? "th" : "td";
                return (
                  <Cell
                    key={column.id}
                    scope={column.isRowHeader ? "row" : undefined}
                    className={classNames(
                      padding,
                      "border-hairline pe-4 align-baseline font-normal last:pe-0 sm:border-b max-sm:flex max-sm:justify-between max-sm:gap-4 max-sm:p-0 max-sm:py-1",
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
