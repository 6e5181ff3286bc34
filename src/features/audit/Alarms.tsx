import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import type { FunctionReturnType } from "convex/server";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { format } from "#src/lib/format.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { Form } from "#src/ui/Form.tsx";
import { TextField } from "#src/ui/TextField.tsx";

type Alarm = FunctionReturnType<typeof api.audit.alarms.list>[number];

/** Every alarm there has been: an open one asks for a note, a cleared one shows it. Nothing while there is none. */
export function Alarms() {
  const { organizationId } = useMyOrganization();
  const alarms = useQuery(api.audit.alarms.list, { organizationId });
  if (alarms === undefined || alarms.length === 0) return null;
  return (
    <Card title={<Trans id="alarm.all" message="Alarms" />} className="mb-6">
      <ul className="divide-y divide-hairline">
        {alarms.map((alarm) => (
          <li key={alarm.alarmId} className="py-3">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <span className="font-semibold">
                <Trans
                  id="alarm.entry"
                  message="Entry {number} does not follow"
                  values={{ number: alarm.brokenAt }}
                />
              </span>
              <span className="grow text-14 text-ink-3">{format.instant(alarm.foundAt)}</span>
              {alarm.acknowledged === null ? (
                <Badge tone="danger">
                  <Trans id="alarm.open" message="Open" />
                </Badge>
              ) : (
                <Badge>
                  <Trans id="alarm.acknowledged" message="Acknowledged" />
                </Badge>
              )}
            </p>
            {alarm.acknowledged === null ? (
              <Acknowledge alarm={alarm} />
            ) : (
              <p className="mt-1 border-s-2 border-hairline ps-3 text-14 text-ink-2">
                {alarm.acknowledged.byName}, {format.instant(alarm.acknowledged.at)}:{" "}
                <span dir="auto">{alarm.acknowledged.note}</span>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Acknowledge({ alarm }: { alarm: Alarm }) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const [note, setNote] = useState("");
  const acknowledge = useCommand(api.audit.alarms.acknowledge, { showsProblem: false });
  const form = useSubmit(() => acknowledge({ organizationId, alarmId: alarm.alarmId, note }));
  return (
    <div className="mt-3 max-w-xl">
      <Form
        summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
        errors={form.errors}
        onSubmit={form.submit}
      >
        <TextField
          name="note"
          rows={3}
          label={<Trans id="alarm.note" message="What has been found out" />}
          hint={
            <Trans
              id="alarm.noteHint"
              message="The alarm is cleared with your name and these words. The broken entry stays as it is."
            />
          }
          value={note}
          onChange={setNote}
        />
        <Button type="submit" isPending={form.isPending} className="self-start">
          <Trans id="alarm.acknowledge" message="Acknowledge" />
        </Button>
      </Form>
    </div>
  );
}
