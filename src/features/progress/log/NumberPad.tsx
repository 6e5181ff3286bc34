import { useLingui } from "@lingui/react";
import { Delete } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { format } from "#src/lib/format.ts";
import { measured } from "#src/lib/words.ts";
import { Button } from "#src/ui/Button.tsx";
import type { MeasuredGoal } from "../goalProgress.ts";
import { typedNumber } from "./pads.ts";
import type { Reading } from "./useLog.ts";

const keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", ".", "0", "back"];

/** Large keys for one hand; a keyboard works as well. */
export function NumberPad({
  goal,
  onReading,
}: {
  goal: MeasuredGoal;
  onReading: (reading: Reading) => void;
}) {
  const { i18n } = useLingui();
  const [typed, setTyped] = useState("");
  const value = Number(typed);
  const record = () => {
    if (typed === "" || Number.isNaN(value)) return;
    onReading({ value });
    setTyped("");
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (/^[0-9.]$/.test(key)) setTyped(typedNumber(typed, key));
    else if (key === "Backspace") setTyped(typedNumber(typed, "back"));
  };
  const name = (key: string) =>
    key === "back"
      ? i18n.t({ id: "log.back", message: "Delete the last digit" })
      : key === "."
        ? i18n.t({ id: "log.point", message: "Decimal point" })
        : format.number(Number(key));
  return (
    // Keys typed on any of the buttons inside count, wherever the focus is.
    <fieldset className="grid gap-3" onKeyDown={onKeyDown}>
      <legend className="sr-only">{i18n.t({ id: "log.pad", message: "Number pad" })}</legend>
      <output className="rounded bg-sunken px-4 py-2 text-center text-28 font-bold tabular">
        {typed === "" ? "–" : measured(value, goal.measure)}
      </output>
      <div className="grid grid-cols-3 gap-2" dir="ltr">
        {keys.map((key) => (
          <Button
            key={key}
            size="large"
            className="min-h-14 text-23 tabular"
            aria-label={name(key)}
            onPress={() => setTyped(typedNumber(typed, key))}
          >
            {key === "back" ? (
              <Delete aria-hidden size={24} strokeWidth={1.75} />
            ) : key === "." ? (
              "."
            ) : (
              name(key)
            )}
          </Button>
        ))}
      </div>
      <Button size="large" kind="primary" isDisabled={typed === ""} onPress={record}>
        {typed === ""
          ? i18n.t({ id: "log.type", message: "Type the value" })
          : i18n.t({
              id: "log.save",
              message: "Log {value}",
              values: { value: measured(value, goal.measure) },
            })}
      </Button>
    </fieldset>
  );
}
