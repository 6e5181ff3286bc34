import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { format } from "#src/lib/format.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Card } from "#src/ui/Card.tsx";
import { CheckboxField } from "#src/ui/CheckboxField.tsx";
import { showAgreement } from "./shownAtOnce.ts";

/** For the grown student: which of the former guardians may go on reading the record. */
export function OwnAgreement({ studentId }: { studentId: Id<"students"> }) {
  const { i18n } = useLingui();
  const around = useQuery(api.guardians.around.list, { studentId });
  const agree = useCommand(api.guardians.majority.agree, {
    done: (_, { agrees }) =>
      agrees
        ? i18n.t({ id: "ownAgreement.given", message: "They can read your record" })
        : i18n.t({ id: "ownAgreement.taken", message: "They can no longer read your record" }),
    optimistic: showAgreement,
  });
  if (!around?.majority.isOfAge || around.guardians.length === 0) return null;
  const { passed, readsAloneOn } = around.majority;
  if (!passed.includes("see")) {
    return (
      <Card title={<Trans id="ownAgreement.title" message="Who may read along" />}>
        <p className="text-ink-2">
          <Trans
            id="ownAgreement.readOn"
            message="You decide now. Your parents can read your record until you are 18, on {day}. After that they read it only if you agree, or where the law lets them."
            values={{ day: format.day(readsAloneOn) }}
          />
        </p>
      </Card>
    );
  }
  return (
    <Card title={<Trans id="ownAgreement.title" message="Who may read along" />}>
      <p className="text-ink-2">
        <Trans
          id="ownAgreement.intro"
          message="You decide: your parents read your record only if you agree, or where the law lets them."
        />
      </p>
      <div className="mt-2 flex flex-col">
        {around.guardians.map(({ guardianshipId, person, adultGrounds }) => (
          <CheckboxField
            key={guardianshipId}
            label={person.name}
            isSelected={adultGrounds.includes("studentAgreed")}
            onChange={(agrees) => void agree({ studentId, guardianshipId, agrees })}
          />
        ))}
      </div>
    </Card>
  );
}
