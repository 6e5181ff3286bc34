import { Trans, useLingui } from "@lingui/react";
import { type ReactNode, useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { noticeDue } from "#convex/guardians/rules.ts";
import { format } from "#src/lib/format.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { type Around, type NoticeKind, wayNames } from "./guardianWords.ts";
import { SendNotice } from "./SendNotice.tsx";

/** Whose the rights are and from when, what was said about it, and the student's own account. */
export function Majority({
  studentId,
  majority,
  today,
  mayManage,
  onInvite,
  delivery,
}: {
  studentId: Id<"students">;
  majority: Around["majority"];
  today: string;
  mayManage: boolean;
  onInvite: () => void;
  /** Says, and asks for, the agreement to e-mail while it is missing. */
  delivery: (scope: string) => ReactNode;
}) {
  const { i18n } = useLingui();
  const [sending, setSending] = useState<NoticeKind | null>(null);
  const giveNotice = useCommand(api.guardians.majority.giveNotice, {
    done: i18n.t({ id: "majority.noticeGiven", message: "On record" }),
  });
  const told = (kind: "rightsExplained" | "rightsTransferred") =>
    majority.notices.find((notice) => notice.kind === kind);
  const explained = told("rightsExplained");
  const transferred = told("rightsTransferred");
  const due = noticeDue(majority, today);
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
        {majority.from === "compulsorySchoolAge" ? (
          <YoungPerson majority={majority} />
        ) : majority.isOfAge ? (
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
          <Told told={explained.told} />
        </p>
      )}
      {transferred && (
        <p className="mt-2 text-14 text-ink-3">
          <Trans
            id="majority.transferred"
            message="Student and parents were notified on {day}"
            values={{ day: format.day(transferred.givenOn) }}
          />
          <Told told={transferred.told} />
        </p>
      )}
      {mayManage && due !== null && (
        <div className="mt-3 flex flex-wrap gap-3">
          <Button size="small" onPress={() => setSending(due)}>
            <Trans id="majority.send" message="Send the notice" />
          </Button>
          <Button
            size="small"
            kind="quiet"
            onPress={() => void giveNotice({ studentId, kind: due })}
            isPending={giveNotice.isPending}
          >
            {due === "rightsExplained" ? (
              <Trans id="majority.sayExplained" message="The student has been told today" />
            ) : (
              <Trans id="majority.sayTransferred" message="Student and parents have been notified today" />
            )}
          </Button>
        </div>
      )}
      {sending !== null && (
        <SendNotice
          studentId={studentId}
          kind={sending}
          on={majority.on}
          readsAloneOn={majority.readsAloneOn}
          delivery={delivery}
          onClose={() => setSending(null)}
        />
      )}
    </Card>
  );
}

/** As in England, where rights pass when compulsory school age ends, a few months before or after the birthday. */
function YoungPerson({ majority }: { majority: Around["majority"] }) {
  const { isOfAge, on, explainFrom, readsAloneOn, passed } = majority;
  const days = {
    day: format.day(on),
    until: format.day(readsAloneOn),
    explainFrom: format.day(explainFrom),
  };
  if (readsAloneOn > on && !passed.includes("see")) {
    return isOfAge ? (
      <Trans
        id="majority.youngPersonReadsOn"
        message="Over compulsory school age since {day}: the student signs and consents. Guardians read the record until the eighteenth birthday, on {until}; after that only if the student agrees, or by a court’s order."
        values={days}
      />
    ) : (
      <Trans
        id="majority.notYetReadsOn"
        message="From {day}, when compulsory school age is over, the student signs and consents. Guardians go on reading the record until the eighteenth birthday, on {until}. The student is told by {explainFrom}."
        values={days}
      />
    );
  }
  return isOfAge ? (
    <Trans
      id="majority.youngPerson"
      message="Over compulsory school age since {day}. The student signs and consents; guardians see the record only if the student agrees, or by a court’s order."
      values={days}
    />
  ) : (
    <Trans
      id="majority.notYetYoungPerson"
      message="Rights pass to the student when compulsory school age is over, on {day}. The student is told by {explainFrom}."
      values={days}
    />
  );
}

/** To whom, and how. */
function Told({ told }: { told: Around["majority"]["notices"][number]["told"] }) {
  return told.map(({ name, ways }) => (
    <span key={name} className="block">
      {name}: {wayNames(ways)}
    </span>
  ));
}
