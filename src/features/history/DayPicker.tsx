import { Trans, useLingui } from "@lingui/react";
import { DateField } from "#src/ui/DateField.tsx";
import { RadioField } from "#src/ui/RadioField.tsx";
import type { View } from "./AsItStood.tsx";

/** Which past day, and with whose knowledge. */
export function DayPicker({
  on,
  view,
  latest,
  onChange,
}: {
  on: string;
  view: View;
  latest: string;
  onChange: (chosen: { on: string; view: View }) => void;
}) {
  const { i18n } = useLingui();
  return (
    <div className="mb-6 flex flex-wrap items-start gap-x-10 gap-y-4" data-screen-only>
      <DateField
        label={<Trans id="asItStood.day" message="Day" />}
        value={on}
        max={latest}
        onChange={(day) => onChange({ on: day, view })}
      />
      <RadioField<View>
        label={<Trans id="asItStood.view" message="Seen with" />}
        options={[
          { id: "now", label: i18n.t({ id: "asItStood.now", message: "What we know today" }) },
          { id: "then", label: i18n.t({ id: "asItStood.then", message: "What was known then" }) },
        ]}
        value={view}
        onChange={(chosen) => onChange({ on, view: chosen })}
      />
    </div>
  );
}
