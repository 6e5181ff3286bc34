import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { useMe } from "#src/lib/me.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Card } from "#src/ui/Card.tsx";
import { SelectField } from "#src/ui/SelectField.tsx";

const choices = [2, 5, 10, 15, 30, 60, 120];

/** After how long the screen locks here: as the organization decides, or sooner. */
export function LockAfter() {
  const { i18n } = useLingui();
  const { me } = useMe();
  const [chosen, setChosen] = useState(me?.person.preferences.lockAfterMinutes ?? null);
  const save = useCommand(api.people.me.savePreferences);
  if (!me) return null;
  const limit = me.longestLockMinutes;
  const minutes = (count: number) =>
    i18n.t({
      id: "lockAfter.minutes",
      message: "{count, plural, one {After # minute} other {After # minutes}}",
      values: { count },
    });
  return (
    <Card title={<Trans id="lockAfter.title" message="Screen lock" />}>
      <SelectField
        width="full"
        label={<Trans id="lockAfter.label" message="Lock when nobody uses this page" />}
        hint={
          <Trans id="lockAfter.hint" message="Your password opens it again. What you were writing is kept." />
        }
        options={[
          {
            id: "organization",
            label: i18n.t({
              id: "lockAfter.organization",
              message: "As your school decides: {limit}",
              values: { limit: minutes(limit) },
            }),
          },
          ...choices
            .filter((count) => count < limit)
            .map((count) => ({ id: String(count), label: minutes(count) })),
        ]}
        value={chosen === null || chosen >= limit ? "organization" : String(chosen)}
        onChange={(id) => {
          const lockAfterMinutes = id === "organization" ? null : Number(id);
          setChosen(lockAfterMinutes);
          void save({ lockAfterMinutes }).then(({ isDone }) => {
            if (!isDone) setChosen(chosen);
          });
        }}
      />
    </Card>
  );
}
