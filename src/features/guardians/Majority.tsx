import { Trans, useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { format } from "#src/lib/format.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import type { Around } from "./guardianWords.ts";

/** Whose the rights are and from when, what was said about it, and the student's own account. */
export function Majority({
  studentId,
  majority,
  today,
  mayManage,
  onInvite,
}: {
  studentId: Id<"students">;
  majority: Around["majority"];
  today: string;
  mayManage: boolean;
  onInvite: () => void;
}) {
  const { i18n } = useLingui();
  const giveNotice = useCommand(api.guardians.majority.giveNotice, {
    done: i18n.t({ id: "majority.noticeGiven", message: "On record" }),
  });
  const told = (kind: "rightsExplained" | "rightsTransferred") =>
    majority.notices.find((notice) => notice.kind === kind);
  const explained = told("rightsExplained");
  const transferred = told("rightsTransferred");
  return (
    <Card
      title={<Trans id="majority.title" message="The student’s own rights" />}
      actions={
        mayManage && (
          <Button size="small" onPress={onInvite}>
            <Trans id="majority.invite" message="Invite the student" />
          </Button>
        )
      }
    >
      <p className="text-ink-2">
        {majority.isOfAge ? (
          <Trans
            id="majority.ofAge"
            message="Of full age since {day}. The student signs and consents; guardians see the record only if the student agrees, on a claim as a dependent, or by a court’s order."
            values={{ day: format.day(majority.on) }}
          />
        ) : (
          <Trans
            id="majority.notYet"
            message="Rights pass to the student at {age}, on {day}. The student is told by {explainFrom}."
            values={{
              age: majority.age,
              day: format.day(majority.on),
              explainFrom: format.day(majority.explainFrom),
            }}
          />
        )}
      </p>
      {explained && (
        <p className="mt-2 text-14 text-ink-3">
          <Trans
            id="majority.explained"
            message="Told about these rights on {day}"
            values={{ day: format.day(explained.givenOn) }}
          />
        </p>
      )}
      {transferred && (
        <p className="mt-2 text-14 text-ink-3">
          <Trans
            id="majority.transferred"
            message="Student and parents were notified on {day}"
            values={{ day: format.day(transferred.givenOn) }}
          />
        </p>
      )}
      {mayManage && !explained && majority.explainFrom <= today && !majority.isOfAge && (
        <div className="mt-3">
          <Button
            size="small"
            onPress={() => void giveNotice({ studentId, kind: "rightsExplained" })}
            isPending={giveNotice.isPending}
          >
            <Trans id="majority.sayExplained" message="The student has been told today" />
          </Button>
        </div>
      )}
      {mayManage && !transferred && majority.isOfAge && (
        <div className="mt-3">
          <Button
            size="small"
            onPress={() => void giveNotice({ studentId, kind: "rightsTransferred" })}
            isPending={giveNotice.isPending}
          >
            <Trans id="majority.sayTransferred" message="Student and parents have been notified today" />
          </Button>
        </div>
      )}
    </Card>
  );
}
