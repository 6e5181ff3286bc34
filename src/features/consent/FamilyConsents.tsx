import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { ShieldCheck } from "lucide-react";
import { type ReactNode, useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import type { ConsentKind } from "#convex/consent/rules/kinds.ts";
import { consentName } from "#src/lib/consentWords.ts";
import { format } from "#src/lib/format.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { EmptyState } from "#src/ui/EmptyState.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { ConsentHistory } from "./ConsentHistory.tsx";
import { GiveConsent } from "./GiveConsent.tsx";
import { meaningOf } from "./meaning.ts";
import { RefuseConsent } from "./RefuseConsent.tsx";
import { Scope } from "./Scope.tsx";
import { type Decision, type Request, type Standing, saidBy, stateName, toneOf } from "./standing.ts";
import { WithdrawConsent } from "./WithdrawConsent.tsx";

type Asking =
  | { act: "give"; kind: ConsentKind; scope: string; request: Request | null }
  | { act: "refuse"; request: Request }
  | { act: "withdraw"; decision: Decision };

/** What the family is asked, what it has agreed to, and how to change its mind. */
export function FamilyConsents({ studentId }: { studentId: Id<"students"> }) {
  const { i18n } = useLingui();
  const consents = useQuery(api.consent.overview.get, { studentId });
  const around = useQuery(api.guardians.around.list, { studentId });
  const childDecides = around?.majority.isOfAge === true && around.guardians.some(({ isMe }) => isMe);
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = () => setAsking(null);
  if (consents === undefined) {
    return <SkeletonRows label={i18n.t({ id: "consent.loading", message: "Loading what you agreed to" })} />;
  }
  const { requests, standings, mayDecide, history } = consents;
  const asked = new Set(requests.map(({ kind }) => kind));
  const shown = standings.filter(
    ({ kind, state, isGivenUnasked, isOffered }) =>
      state !== "none" || (isGivenUnasked && isOffered && mayDecide && !asked.has(kind)),
  );
  return (
    <div className="flex flex-col gap-6 text-18">
      <p className="max-w-[65ch] text-ink-2">
        <Trans
          id="consent.intro"
          message="Some things the school may only do when you say yes. You may say no, and you may change your mind later."
        />
      </p>
      {!mayDecide && (
        <p className="rounded bg-information-wash p-3 text-16">
          {childDecides ? (
            <Trans
              id="consent.childDecides"
              message="You can read this. Your child is old enough to decide, and is asked by the school."
            />
          ) : (
            <Trans
              id="consent.readOnly"
              message="You can read this. Deciding is for whoever signs for your child; ask the case manager if you think that is you."
            />
          )}
        </p>
      )}
      {requests.map((request) => (
        <Card key={request.requestId} title={consentName(request.kind)}>
          <p className="mb-2 text-14 text-ink-3">
            <Trans
              id="consent.askedBy"
              message="{name} asks you since {day}"
              values={{ name: request.askedByName, day: format.day(request.askedOn) }}
            />
          </p>
          <p>{meaningOf(request.kind)}</p>
          <Scope scope={request.scope} recipient={request.recipient} />
          {mayDecide && (
            // Neither answer is drawn louder than the other: a consent is given freely.
            <div className="mt-4 flex flex-wrap gap-3">
              <Button
                size="large"
                onPress={() => setAsking({ act: "give", kind: request.kind, scope: request.scope, request })}
              >
                <Trans id="consent.yes" message="Say yes" />
              </Button>
              <Button size="large" onPress={() => setAsking({ act: "refuse", request })}>
                <Trans id="consent.no" message="Say no" />
              </Button>
            </div>
          )}
        </Card>
      ))}
      {shown.length === 0 && requests.length === 0 ? (
        <EmptyState
          icon={ShieldCheck}
          title={<Trans id="consent.nothing" message="Nothing is asked of you" />}
        >
          <Trans
            id="consent.nothingAdvice"
            message="When the school needs your yes to something, it shows here."
          />
        </EmptyState>
      ) : (
        shown.map((standing) => (
          <StandingCard key={`${standing.kind} ${standing.recipient ?? ""}`} standing={standing}>
            {mayDecide && standing.state === "given" && standing.decision && (
              <Button
                onPress={() =>
                  standing.decision && setAsking({ act: "withdraw", decision: standing.decision })
                }
              >
                <Trans id="consent.takeBack" message="Take it back" />
              </Button>
            )}
            {mayDecide &&
              standing.state !== "given" &&
              standing.isGivenUnasked &&
              standing.isOffered &&
              !asked.has(standing.kind) && (
                <Button
                  onPress={() =>
                    setAsking({
                      act: "give",
                      kind: standing.kind,
                      scope: meaningOf(standing.kind),
                      request: null,
                    })
                  }
                >
                  <Trans id="consent.yes" message="Say yes" />
                </Button>
              )}
          </StandingCard>
        ))
      )}
      <ConsentHistory history={history} />
      {asking?.act === "give" && <GiveConsent studentId={studentId} {...asking} onClose={close} />}
      {asking?.act === "refuse" && (
        <RefuseConsent studentId={studentId} request={asking.request} onClose={close} />
      )}
      {asking?.act === "withdraw" && (
        <WithdrawConsent studentId={studentId} decision={asking.decision} onClose={close} />
      )}
    </div>
  );
}

function StandingCard({ standing, children }: { standing: Standing; children: ReactNode }) {
  const { decision, recipient, kind } = standing;
  return (
    <Card
      title={consentName(kind)}
      actions={<Badge tone={toneOf(standing)}>{stateName(standing.state)}</Badge>}
    >
      {decision === null ? (
        <p>{meaningOf(kind)}</p>
      ) : (
        <>
          <Scope scope={decision.scope} recipient={recipient} />
          <p className="mt-2 text-16 text-ink-2">{saidBy(decision)}</p>
          {decision.endsOn !== null && (
            <p className="text-16 text-ink-2">
              <Trans
                id="consent.endsOn"
                message="Holds until {day}"
                values={{ day: format.day(decision.endsOn) }}
              />
            </p>
          )}
        </>
      )}
      <div className="mt-3 flex flex-wrap gap-3 empty:hidden">{children}</div>
    </Card>
  );
}
