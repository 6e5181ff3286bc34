import { useLingui } from "@lingui/react";
import type { OtherMethods } from "../otherMethods.ts";
import { signed } from "../sentences.ts";
import { Stroke } from "./Stroke.tsx";

/** How the lines of other methods are told apart. */
export const otherDashes = { threeGroup: "10 3 2 3", splitMiddle: "1 4" } as const;

/** What other methods make of the same measurements; opened, their lines stand in the chart. */
export function OtherKey({
  others,
  isOpen,
  onToggle,
}: {
  others: OtherMethods;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
}) {
  const { i18n } = useLingui();
  const aWeek = (slope: number) =>
    i18n.t({ id: "chart.aWeek", message: "{slope} a week", values: { slope: signed(slope) } });
  const { threeGroup, splitMiddle, firstToLast } = others;
  return (
    <details
      open={isOpen}
      onToggle={(event) => onToggle(event.currentTarget.open)}
      className="mt-2 text-14 text-ink-2"
      data-screen-only
    >
      <summary className="w-fit cursor-pointer py-1 font-semibold">
        {i18n.t({ id: "chart.others", message: "The same measurements by other methods" })}
      </summary>
      <ul className="mt-1 flex flex-wrap gap-x-6 gap-y-1 tabular">
        {threeGroup && (
          <li className="flex items-center gap-2">
            <Stroke color="var(--ink-3)" dash={otherDashes.threeGroup} />
            {i18n.t({ id: "chart.threeGroup", message: "Three-group line (Tukey)" })}:{" "}
            {aWeek(threeGroup.slopePerWeek)}
          </li>
        )}
        {splitMiddle && (
          <li className="flex items-center gap-2">
            <Stroke color="var(--ink-3)" dash={otherDashes.splitMiddle} />
            {i18n.t({ id: "chart.splitMiddle", message: "Split-middle line" })}:{" "}
            {aWeek(splitMiddle.slopePerWeek)}
          </li>
        )}
        {firstToLast !== null && (
          <li>
            {i18n.t({ id: "chart.firstToLast", message: "First to last measurement" })}: {aWeek(firstToLast)}
          </li>
        )}
      </ul>
      <p className="mt-1 max-w-[70ch] text-ink-3">
        {i18n.t({
          id: "chart.othersAdvice",
          message: "Older guides draw these. Nothing is decided on them here.",
        })}
      </p>
    </details>
  );
}
