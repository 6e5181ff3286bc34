import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { consentName } from "#src/lib/consentWords.ts";
import { format } from "#src/lib/format.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { ConfirmDialog } from "#src/ui/ConfirmDialog.tsx";
import { AddAttempt } from "./AddAttempt.tsx";
import { meansName } from "./means.ts";
import type { Request } from "./standing.ts";

/** What the family is being asked, and the efforts to reach them. */
export function OpenRequests({
  studentId,
  requests,
  mayRecord,
}: {
  studentId: Id<"students">;
  requests: readonly Request[];
  mayRecord: boolean;
}) {
  const { i18n } = useLingui();
  const [trying, setTrying] = useState<Request | null>(null);
  const [going, setGoing] = useState<Request | null>(null);
  const takeBack = useCommand(api.consent.requests.takeBack, {
    done: i18n.t({ id: "asking.takenBack", message: "Question taken back" }),
  });
  const goAhead = useCommand(api.consent.requests.goAhead, {
    done: i18n.t({ id: "asking.wentAhead", message: "On record: you go ahead without an answer" }),
  });
  if (requests.length === 0) return null;
  return (
    <Card title={<Trans id="asking.title" message="Waiting for the family" />}>
      <ul className="divide-y divide-hairline">
        {requests.map((request) => (
          <li key={request.requestId} className="py-3">
            <p className="font-semibold">{consentName(request.kind)}</p>
            <p dir="auto" className="text-start text-ink-2">
              {request.scope}
            </p>
            <p className="text-14 text-ink-3">
              <Trans
                id="asking.askedOn"
                message="Asked on {day} by {name}"
                values={{ day: format.day(request.askedOn), name: request.askedByName }}
              />
            </p>
            {request.attempts.length > 0 && (
              <ul className="mt-2 flex flex-col gap-1 text-14 text-ink-2">
                {request.attempts.map((attempt) => (
                  <li key={`${attempt.madeOn} ${attempt.means} ${attempt.outcome}`} dir="auto">
                    {format.shortDay(attempt.madeOn)} · {meansName(attempt.means)}: {attempt.outcome}
                  </li>
                ))}
              </ul>
            )}
            {mayRecord && (
              <div className="mt-2 flex flex-wrap gap-2">
                <Button size="small" onPress={() => setTrying(request)}>
                  <Trans id="asking.addAttempt" message="Record an effort" />
                </Button>
                {request.mayGoAhead && (
                  <Button
                    size="small"
                    isDisabled={request.attemptDaysMissing > 0}
                    isPending={goAhead.isPending}
                    onPress={() => setGoing(request)}
                  >
                    <Trans id="asking.goAhead" message="Go ahead without an answer" />
                  </Button>
                )}
                <Button
                  size="small"
                  isPending={takeBack.isPending}
                  onPress={() => void takeBack({ studentId, requestId: request.requestId })}
                >
                  <Trans id="asking.takeBack" message="Take the question back" />
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {trying && (
        <AddAttempt studentId={studentId} requestId={trying.requestId} onClose={() => setTrying(null)} />
      )}
      {going && (
        <ConfirmDialog
          isOpen
          title={i18n.t({ id: "asking.goAheadTitle", message: "Go ahead without the family’s answer?" })}
          confirmLabel={i18n.t({ id: "asking.goAhead", message: "Go ahead without an answer" })}
          cancelLabel={i18n.t({ id: "action.cancel", message: "Cancel" })}
          onConfirm={() => void goAhead({ studentId, requestId: going.requestId })}
          onClose={() => setGoing(null)}
        >
          <Trans
            id="asking.goAheadAdvice"
            message="The law allows it for “{consent}” after the efforts listed. The question is closed; it holds until the family does answer."
            values={{ consent: consentName(going.kind) }}
          />
        </ConfirmDialog>
      )}
    </Card>
  );
}
