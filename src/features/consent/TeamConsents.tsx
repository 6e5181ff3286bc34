import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { consentName } from "#src/lib/consentWords.ts";
import { format } from "#src/lib/format.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { Menu, MenuItem } from "#src/ui/Menu.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { AskConsent } from "./AskConsent.tsx";
import { ConsentHistory } from "./ConsentHistory.tsx";
import { FollowUps } from "./FollowUps.tsx";
import { OpenRequests } from "./OpenRequests.tsx";
import { RecordDecision } from "./RecordDecision.tsx";
import { RetractDecision } from "./RetractDecision.tsx";
import { concerns, type Decision, type Standing, saidBy, stateName, toneOf } from "./standing.ts";

/** Where every consent stands, what is missing, what is being asked, and what follows from a withdrawal. */
export function TeamConsents({ studentId }: { studentId: Id<"students"> }) {
  const { i18n } = useLingui();
  const consents = useQuery(api.consent.overview.get, { studentId });
  const [open, setOpen] = useState<"ask" | "record" | null>(null);
  const [retracting, setRetracting] = useState<Decision | null>(null);
  if (consents === undefined) {
    return <SkeletonRows label={i18n.t({ id: "consents.loading", message: "Loading the consents" })} />;
  }
  const { standings, requests, followUps, history, mayRecord } = consents;
  const asked = new Set(requests.map(({ kind }) => kind));
  return (
    <>
      <FollowUps studentId={studentId} followUps={followUps} mayRecord={mayRecord} />
      <Card
        title={<Trans id="consents.title" message="Consents" />}
        actions={
          mayRecord && (
            <>
              <Button size="small" onPress={() => setOpen("record")}>
                <Trans id="consents.record" message="Record a decision" />
              </Button>
              <Button size="small" onPress={() => setOpen("ask")}>
                <Trans id="consents.ask" message="Ask the family" />
              </Button>
            </>
          )
        }
      >
        <ul className="divide-y divide-hairline">
          {standings.filter(concerns).map((standing) => (
            <StandingLine
              key={`${standing.kind} ${standing.recipient ?? ""}`}
              standing={standing}
              isAsked={asked.has(standing.kind)}
            />
          ))}
        </ul>
      </Card>
      <OpenRequests studentId={studentId} requests={requests} mayRecord={mayRecord} />
      <ConsentHistory
        history={history}
        acts={(decision) =>
          mayRecord &&
          decision.form !== "onScreen" &&
          decision.retractionReason === null && (
            <Menu
              label={i18n.t({
                id: "consents.acts",
                message: "Actions for the decision of {name}",
                values: { name: decision.personName },
              })}
            >
              <MenuItem onAction={() => setRetracting(decision)}>
                {i18n.t({ id: "consents.retract", message: "Recorded in error" })}
              </MenuItem>
            </Menu>
          )
        }
      />
      {open === "ask" && (
        <AskConsent studentId={studentId} standings={standings} onClose={() => setOpen(null)} />
      )}
      {open === "record" && (
        <RecordDecision
          studentId={studentId}
          standings={standings}
          today={consents.today}
          onClose={() => setOpen(null)}
        />
      )}
      {retracting && (
        <RetractDecision studentId={studentId} decision={retracting} onClose={() => setRetracting(null)} />
      )}
    </>
  );
}

function StandingLine({ standing, isAsked }: { standing: Standing; isAsked: boolean }) {
  const { kind, recipient, decision, disagreeing } = standing;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 py-2.5">
      <div className="min-w-0 grow basis-64">
        <p className="font-semibold">
          {consentName(kind)}
          {recipient !== null && (
            <span dir="auto" className="font-normal text-ink-2">
              {" "}
              ({recipient})
            </span>
          )}
        </p>
        {decision !== null && <p className="text-14 text-ink-3">{saidBy(decision)}</p>}
        {decision?.endsOn && (
          <p className="text-14 text-ink-3">
            <Trans
              id="consent.endsOn"
              message="Holds until {day}"
              values={{ day: format.day(decision.endsOn) }}
            />
          </p>
        )}
        {disagreeing.length > 0 && (
          <p className="text-14 text-attention">
            <Trans
              id="consents.disagree"
              message="{names} decided otherwise; both are on record, and the latest counts."
              values={{ names: format.list(disagreeing) }}
            />
          </p>
        )}
      </div>
      <span className="flex flex-wrap gap-2">
        {isAsked && (
          <Badge tone="information">
            <Trans id="consents.asked" message="Asked" />
          </Badge>
        )}
        <Badge tone={toneOf(standing)}>{stateName(standing.state)}</Badge>
      </span>
    </li>
  );
}
