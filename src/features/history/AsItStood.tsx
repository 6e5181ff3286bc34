import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import type { FunctionReturnType } from "convex/server";
import type { ReactNode } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { consentName } from "#src/lib/consentWords.ts";
import { format } from "#src/lib/format.ts";
import { gradeName } from "#src/lib/grades.ts";
import { termName } from "#src/lib/statusWords.ts";
import { cameFrom, needName, relationshipName, senStatusName, teamRoleName } from "#src/lib/words.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { Card } from "#src/ui/Card.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";

export type View = "now" | "then";
type Stood = FunctionReturnType<typeof api.history.asItStood.get>;

/** The record of one past day, read-only, under a banner that says so. */
export function AsItStood({ studentId, on, view }: { studentId: Id<"students">; on: string; view: View }) {
  const { i18n } = useLingui();
  const stood = useQuery(api.history.asItStood.get, { studentId, on, view });
  if (stood === undefined) {
    return <SkeletonRows label={i18n.t({ id: "asItStood.loading", message: "Looking back" })} rows={8} />;
  }
  return (
    <>
      <div className="mb-6">
        <Banner
          announce
          title={
            <Trans
              id="asItStood.past"
              message="This is the past: the record as of {day}"
              values={{ day: format.day(stood.on) }}
            />
          }
        >
          {view === "now" ? (
            <Trans
              id="asItStood.viewNow"
              message="With what we know today: corrections and late entries are included."
            />
          ) : (
            <Trans
              id="asItStood.viewThen"
              message="With what was known that evening: mistakes that were corrected later still stand here."
            />
          )}
        </Banner>
      </div>
      <div className="grid items-start gap-6 md:grid-cols-2">
        <WhoAndWhere stood={stood} />
        <StatusThen stood={stood} />
        <PlanThen stood={stood} />
        <PeopleThen stood={stood} />
        <ConsentsThen stood={stood} />
      </div>
    </>
  );
}

function Nothing() {
  return (
    <span className="text-ink-3">
      <Trans id="asItStood.nothing" message="Nothing on record for this day" />
    </span>
  );
}

function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt className="text-14 text-ink-3">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function WhoAndWhere({ stood: { identity, enrolment } }: { stood: Stood }) {
  return (
    <Card title={<Trans id="asItStood.who" message="Child and school" />}>
      <dl className="grid gap-3">
        <Fact name={<Trans id="students.name" message="Name" />}>
          {identity?.name ?? <Nothing />} <From number={identity?.from} />
        </Fact>
        {identity && (
          <>
            <Fact name={<Trans id="student.birth" message="Birth date" />}>
              {format.day(identity.birthOn)}
            </Fact>
            <Fact name={<Trans id="student.number" message="Student number" />}>
              {identity.studentNumber}
            </Fact>
          </>
        )}
        <Fact name={<Trans id="student.school" message="School" />}>
          {enrolment ? `${enrolment.schoolName}, ${gradeName(enrolment.gradeLevel)}` : <Nothing />}{" "}
          <From number={enrolment?.from} />
        </Fact>
      </dl>
    </Card>
  );
}

/** Which record said so, where that has become part of this one. */
function From({ number }: { number: string | null | undefined }) {
  if (!number) return null;
  return <span className="text-14 text-ink-3">{cameFrom(number)}</span>;
}

function StatusThen({ stood: { episodes, needs } }: { stood: Stood }) {
  return (
    <Card title={<Trans id="asItStood.status" message="Status and needs" />}>
      {episodes.length === 0 && (
        <p className="font-semibold">
          <Trans id="status.none" message="No special-educational status" />
        </p>
      )}
      <ul className="flex flex-col gap-2">
        {episodes.map((episode) => (
          <li key={episode.episodeId}>
            <span className="block font-semibold">{senStatusName(episode.kind)}</span>
            <span className="block text-14 text-ink-2">
              <Trans
                id="status.since"
                message="since {day}, {term}"
                values={{ day: format.day(episode.startsOn), term: termName(episode.term).toLowerCase() }}
              />
            </span>
            <span className="block text-ink-2">{episode.reason}</span>
          </li>
        ))}
      </ul>
      <ol className="mt-3">
        {needs.map(({ code, rank }) => (
          <li key={code}>
            {rank}. {needName(code)}
          </li>
        ))}
      </ol>
    </Card>
  );
}

function PlanThen({ stood: { plan, accommodations } }: { stood: Stood }) {
  return (
    <Card title={<Trans id="asItStood.plan" message="Plan in effect" />}>
      {plan === null ? (
        <Nothing />
      ) : (
        <>
          <p className="font-semibold">{plan.title}</p>
          <p className="text-14 text-ink-2">
            <Trans
              id="plans.span"
              message="{from} to {to}"
              values={{ from: format.day(plan.startsOn), to: format.day(plan.endsOn) }}
            />
          </p>
          {accommodations.length > 0 && (
            <ul className="mt-3 flex list-disc flex-col gap-1 ps-5">
              {accommodations.map(({ text, setting }) => (
                <li key={`${text} ${setting}`}>
                  {text} <span className="text-14 text-ink-3">{setting}</span>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Card>
  );
}

function PeopleThen({ stood: { team, guardians } }: { stood: Stood }) {
  return (
    <Card title={<Trans id="team.title" message="Team and family" />}>
      {team.length + guardians.length === 0 && <Nothing />}
      <ul className="flex flex-col gap-1">
        {team.map(({ name, teamRole }) => (
          <li key={`${name} ${teamRole}`}>
            {name} <span className="text-14 text-ink-3">{teamRoleName(teamRole)}</span>
          </li>
        ))}
        {guardians.map(({ name, relationship }) => (
          <li key={`${name} ${relationship}`}>
            {name} <span className="text-14 text-ink-3">{relationshipName(relationship)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function ConsentsThen({ stood: { consents } }: { stood: Stood }) {
  const { i18n } = useLingui();
  const states: Record<Stood["consents"][number]["state"], string> = {
    given: i18n.t({ id: "asItStood.given", message: "given" }),
    refused: i18n.t({ id: "asItStood.refused", message: "refused" }),
    withdrawn: i18n.t({ id: "asItStood.withdrawn", message: "withdrawn" }),
    ended: i18n.t({ id: "asItStood.ended", message: "run out" }),
  };
  return (
    <Card title={<Trans id="asItStood.consents" message="Consents" />}>
      {consents.length === 0 && <Nothing />}
      <ul className="flex flex-col gap-1">
        {consents.map(({ kind, state, decidedOn }) => (
          <li key={kind}>
            {consentName(kind)}: {states[state]}{" "}
            <span className="text-14 text-ink-3">{format.day(decidedOn)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
