import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import { KeptNotice } from "#src/lib/KeptNotice.tsx";
import { useMyOrganization } from "#src/lib/me.ts";
import { OvertakenNotice } from "#src/lib/OvertakenNotice.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useDraft } from "#src/lib/useDraft.ts";
import { useDraftForm } from "#src/lib/useDraftForm.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { FormErrorsContext } from "#src/ui/formErrors.ts";
import { NumberField } from "#src/ui/NumberField.tsx";
import { SelectField } from "#src/ui/SelectField.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { recordKindName } from "./retentionWords.ts";

type Rule = (typeof api.retention.schedule.get)["_returnType"][number];

/** How long each kind of record is kept, where the figure comes from, and changing it. */
export function RetentionSchedule() {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const rules = useQuery(api.retention.schedule.get, { organizationId });
  return (
    <Card title={<Trans id="retention.schedule" message="How long records are kept" />}>
      <p className="mb-2 max-w-prose text-ink-2">
        <Trans
          id="retention.scheduleLead"
          message="Every day the schedule proposes what is due. Nothing is destroyed by itself: people decide above."
        />
      </p>
      {rules === undefined ? (
        <SkeletonRows label={i18n.t({ id: "retention.loading", message: "Loading the schedule" })} rows={3} />
      ) : (
        <ul className="divide-y divide-hairline">
          {rules.map((rule) => (
            <RuleRow key={rule.recordKind} rule={rule} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function RuleRow({ rule }: { rule: Rule }) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const draft = useDraft(`retention ${organizationId} ${rule.recordKind}`, {
    years: rule.years,
    from: rule.from,
  });
  const { years, from } = draft.values;
  const starts = {
    leaving: i18n.t({ id: "retention.leaving", message: "when the student left" }),
    birth: i18n.t({ id: "retention.birth", message: "birth" }),
  };
  const labels = {
    years: i18n.t({ id: "retention.years", message: "Years" }),
    from: i18n.t({ id: "retention.from", message: "Counted from" }),
  };
  const set = useCommand(api.retention.schedule.set, {
    showsProblem: false,
    done: i18n.t({ id: "retention.set", message: "The schedule is changed." }),
  });
  const form = useDraftForm(
    draft,
    { years: labels.years, from: [labels.from, (from) => starts[from]] },
    ({ years, from }) => set({ organizationId, recordKind: rule.recordKind, years: years || 0, from }),
  );
  const isChanged = years !== rule.years || from !== rule.from;
  return (
    <li className="flex flex-wrap items-end gap-x-4 gap-y-3 py-4">
      <div className="w-full">
        <p className="font-semibold">
          {recordKindName(rule.recordKind)}{" "}
          {rule.isOwn ? (
            <Badge>
              <Trans id="retention.own" message="Your own rule" />
            </Badge>
          ) : (
            rule.isUnconfirmed && (
              <Badge tone="attention">
                <Trans id="retention.unconfirmed" message="Usual practice: check yours" />
              </Badge>
            )
          )}
        </p>
        <p className="text-14 text-ink-3">{rule.source}</p>
      </div>
      <div className="w-full empty:hidden">
        <KeptNotice words={form.words} />
        <OvertakenNotice overtaking={form.overtaking} />
      </div>
      <FormErrorsContext value={form.errors}>
        <NumberField
          name="years"
          label={labels.years}
          value={years}
          onChange={(typed) => draft.change({ years: typed })}
        />
      </FormErrorsContext>
      <SelectField
        label={labels.from}
        options={[
          { id: "leaving", label: starts.leaving },
          { id: "birth", label: starts.birth },
        ]}
        value={from}
        onChange={(start) => draft.change({ from: start })}
      />
      {isChanged && (
        <Button isPending={form.isPending} onPress={form.submit}>
          <Trans id="action.save" message="Save" />
        </Button>
      )}
    </li>
  );
}
