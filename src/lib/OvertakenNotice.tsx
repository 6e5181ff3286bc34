import { i18n } from "@lingui/core";
import { Trans } from "@lingui/react";
import { isCivilDay } from "#convex/dates.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { Button } from "#src/ui/Button.tsx";
import { format, monthName } from "./format.ts";

/** What somebody else has stored since a person typed, field by field, and the choice between the two. */
export type Overtaking = {
  fields: readonly { name: string; label: string; theirs: unknown; mine: unknown }[];
  keepMine: () => void;
  takeTheirs: () => void;
};

export function OvertakenNotice({ overtaking }: { overtaking: Overtaking | undefined }) {
  if (!overtaking || overtaking.fields.length === 0) return null;
  const { fields, keepMine, takeTheirs } = overtaking;
  return (
    <Banner
      tone="attention"
      announce
      title={<Trans id="form.overtaken" message="Somebody else has changed this since you began" />}
    >
      <dl className="flex flex-col gap-2">
        {fields.map(({ name, label, theirs, mine }) => (
          <div key={name}>
            <dt className="font-semibold">{label}</dt>
            <dd dir="auto">
              {i18n.t({ id: "field.theirs", message: "Theirs: {value}", values: { value: inWords(theirs) } })}
            </dd>
            <dd dir="auto">
              {i18n.t({ id: "field.mine", message: "Yours: {value}", values: { value: inWords(mine) } })}
            </dd>
          </div>
        ))}
      </dl>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="small" onPress={keepMine}>
          {i18n.t({ id: "field.keepMine", message: "Keep mine" })}
        </Button>
        <Button size="small" onPress={takeTheirs}>
          {i18n.t({ id: "field.takeTheirs", message: "Take theirs" })}
        </Button>
      </div>
    </Banner>
  );
}

/** A stored value as people read it: days and numbers in their own way, a list one after the other. */
function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(inWords).join(", ") || nothing();
  if (typeof value === "object" && value !== null) return Object.values(value).map(inWords).join(" ");
  if (typeof value === "boolean") {
    return value ? i18n.t({ id: "word.yes", message: "Yes" }) : i18n.t({ id: "word.no", message: "No" });
  }
  if (typeof value === "number") return Number.isNaN(value) ? nothing() : format.number(value, 2);
  const text = String(value ?? "");
  if (isCivilDay(text)) return format.day(text);
  const [, month, day] = /^(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (month && day) return `${monthName(month)} ${Number(day)}`;
  return text || nothing();
}

const nothing = () => i18n.t({ id: "record.blank", message: "nothing" });
