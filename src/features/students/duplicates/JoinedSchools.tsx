import { useLingui } from "@lingui/react";
import type { FunctionReturnType } from "convex/server";
import type { api } from "#convex/_generated/api.js";
import { format } from "#src/lib/format.ts";
import { gradeName } from "#src/lib/grades.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Card } from "#src/ui/Card.tsx";

type Compared = FunctionReturnType<typeof api.students.duplicates.compare>;
type Spell = Compared["enrolments"][number];
type Days = Pick<Spell, "startsOn" | "endsOn">;

/** Where the child was at school by either record, and what of it counts once they are one. */
export function JoinedSchools({ compared: { kept, other, enrolments } }: { compared: Compared }) {
  const { i18n } = useLingui();
  const numbers = { kept: kept.student.studentNumber, other: other.student.studentNumber };
  const inWords = ({ startsOn, endsOn }: Days) =>
    endsOn === null
      ? i18n.t({ id: "enrolment.since", message: "Since {day}", values: { day: format.day(startsOn) } })
      : i18n.t({
          id: "enrolment.span",
          message: "{from} to {to}",
          values: { from: format.day(startsOn), to: format.day(endsOn) },
        });
  return (
    <Card title={i18n.t({ id: "compare.schools", message: "School and grade, once joined" })}>
      <p className="mb-4 max-w-[65ch] text-14 text-ink-2">
        {i18n.t({
          id: "compare.schoolsRule",
          message:
            "A child is at one school at a time. On days of which both records say something, {kept} counts; on the others, {other} does. Needs follow the same rule. What does not count stays in the record’s past, and separating the two brings it back.",
          values: numbers,
        })}
      </p>
      <ol className="divide-y divide-hairline">
        {enrolments.map((spell) => (
          <li
            key={spell.enrolmentId}
            className="grid gap-x-6 gap-y-1 py-3 first:pt-0 last:pb-0 sm:grid-cols-2"
          >
            <div>
              <p>
                <strong dir="auto">{spell.schoolName}</strong>{" "}
                <span className="text-ink-2">{gradeName(spell.gradeLevel)}</span>
              </p>
              <p className="text-14 text-ink-2">
                <span className="tabular">{numbers[spell.from]}</span>
                {" · "}
                {inWords(spell)}
              </p>
            </div>
            <p className="flex flex-wrap items-baseline gap-x-2 sm:justify-end">
              <Counts spell={spell} inWords={inWords} />
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Counts({ spell, inWords }: { spell: Spell; inWords: (days: Days) => string }) {
  const { i18n } = useLingui();
  const { counts, startsOn, endsOn } = spell;
  if (counts.length === 0) {
    return <Badge>{i18n.t({ id: "compare.countsNot", message: "Does not count" })}</Badge>;
  }
  const [only] = counts;
  const isWhole = counts.length === 1 && only?.startsOn === startsOn && only.endsOn === endsOn;
  if (isWhole) return <Badge tone="good">{i18n.t({ id: "compare.counts", message: "Counts" })}</Badge>;
  return (
    <>
      <Badge tone="attention">{i18n.t({ id: "compare.countsPart", message: "Counts in part" })}</Badge>
      <span className="text-14 text-ink-2">{counts.map(inWords).join(", ")}</span>
    </>
  );
}
