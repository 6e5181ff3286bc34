import { Trans } from "@lingui/react";
import { useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { format } from "#src/lib/format.ts";
import { Card } from "#src/ui/Card.tsx";
import { RightsWords } from "./RightsWords.tsx";

/** The notice about rights at full age, for student and family to read again. Nothing before it was given. */
export function RightsNotice({ studentId }: { studentId: Id<"students"> }) {
  const around = useQuery(api.guardians.around.list, { studentId });
  const notice = around?.majority.notices.reduce<
    NonNullable<typeof around>["majority"]["notices"][number] | null
  >((latest, one) => (latest === null || one.givenOn >= latest.givenOn ? one : latest), null);
  if (!around || !notice) return null;
  return (
    <Card title={<Trans id="rights.title" message="Rights at full age" />}>
      <RightsWords kind={notice.kind} on={around.majority.on} readsAloneOn={around.majority.readsAloneOn} />
      <p className="mt-2 text-14 text-ink-3">
        <Trans
          id="rights.told"
          message="The school told you on {day}."
          values={{ day: format.day(notice.givenOn) }}
        />
      </p>
    </Card>
  );
}
