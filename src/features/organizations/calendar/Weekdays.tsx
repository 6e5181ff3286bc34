import { Trans, useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import { addDays } from "#convex/dates.ts";
import { weekdayName } from "#src/lib/format.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Card } from "#src/ui/Card.tsx";
import { CheckboxField } from "#src/ui/CheckboxField.tsx";
import type { Calendar } from "./districtCalendar.ts";

/** A Monday: the names of the days are those of the language. */
const MONDAY = "2026-01-05";

/** On which days of an ordinary week school is kept. */
export function Weekdays({ calendar }: { calendar: Calendar }) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const decide = useCommand(api.organizations.organizations.decide, {
    done: i18n.t({ id: "settings.saved", message: "Saved" }),
    // The next day ticked is counted from here, not from what the server said last.
    optimistic: (store, { settings: { weekdays } }) => {
      const shown = store.getQuery(api.organizations.calendar.get, { organizationId });
      if (shown && weekdays)
        store.setQuery(api.organizations.calendar.get, { organizationId }, { ...shown, weekdays });
    },
  });
  const toggle = (weekday: number, on: boolean) => {
    const weekdays = on
      ? [...calendar.weekdays, weekday].sort((a, b) => a - b)
      : calendar.weekdays.filter((day) => day !== weekday);
    void decide({ organizationId, settings: { weekdays } });
  };
  return (
    <Card title={<Trans id="calendar.weekdays" message="School days of an ordinary week" />}>
      <div className="flex flex-wrap gap-x-6">
        {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
          <CheckboxField
            key={weekday}
            isSelected={calendar.weekdays.includes(weekday)}
            onChange={(on) => toggle(weekday, on)}
            label={weekdayName(addDays(MONDAY, weekday - 1))}
          />
        ))}
      </div>
    </Card>
  );
}
