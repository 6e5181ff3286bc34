import { Trans } from "@lingui/react";
import { format } from "#src/lib/format.ts";
import { headline, type Run } from "./distribution.ts";
import { movedIn } from "./movement.ts";
import { progressHeadline } from "./progressGrids.ts";
import { sumOf } from "./reportTable.ts";
import { stayWords } from "./reportWords.ts";

/** What the figures say, in a sentence or two. */
export function Headline({ run }: { run: Run }) {
  return <p className="max-w-prose text-18">{sentenceOf(run)}</p>;
}

function sentenceOf(run: Run) {
  switch (run.kind) {
    case "distribution": {
      const { students, withStatus, withPlan, both } = headline(run);
      const share = students === 0 ? 0 : (100 * withStatus) / students;
      return (
        <Trans
          id="report.distributionSentence"
          message="On {day}, {withStatus} of {students} students ({share}) have a status; {both} of them have a plan in effect. {planOnly, plural, =0 {Nobody has a plan without a status.} one {# student has a plan without a status.} other {# students have a plan without a status.}}"
          values={{
            day: format.day(run.to),
            withStatus: format.number(withStatus, 0),
            students: format.number(students, 0),
            share: format.percent(share, 1),
            both: format.number(both, 0),
            planOnly: withPlan - both,
          }}
        />
      );
    }
    case "movement": {
      const last = movedIn(run, "year", "sen", null).at(-1);
      if (!last) return null;
      return (
        <Trans
          id="report.movementSentence"
          message="In {year}, {entered, plural, one {# student} other {# students}} came into special educational needs and {left} went out. {hasStay, select, yes {Those who went out had stayed for {stay}, in the middle case.} other {}}"
          values={{
            hasStay: last.median === null ? "no" : "yes",
            year: last.period.label,
            entered: last.entered ?? 0,
            left: format.number(last.left ?? 0, 0),
            stay: stayWords(last.median),
          }}
        />
      );
    }
    case "progress": {
      const { active, closed, goals, met, onTrack, notOnTrack, notEnoughData } = progressHeadline(run);
      return (
        <Trans
          id="report.progressSentence"
          message="{active, plural, one {# plan is} other {# plans are}} in effect, with {goals} goals: {met} met, {onTrack} on track, {notOnTrack} not on track, {notEnoughData} without enough data to say. {closed, plural, =0 {No plan} one {# plan} other {# plans}} ended in the span."
          values={{ active, closed, goals, met, onTrack, notOnTrack, notEnoughData }}
        />
      );
    }
    case "census":
      return (
        <Trans
          id="report.censusSentence"
          message="On {day}, {plans, plural, one {# pupil has} other {# pupils have}} an EHC plan (E) and {support, plural, one {# has} other {# have}} SEN support (K)."
          values={{
            day: format.day(run.to),
            plans: sumOf(run.counts, ([provision]) => provision === "E"),
            support: sumOf(run.counts, ([provision]) => provision === "K"),
          }}
        />
      );
    case "childCount":
      return (
        <Trans
          id="report.childCountSentence"
          message="On {day}, {n, plural, one {# child is} other {# children are}} served under IDEA, Part B."
          values={{ day: format.day(run.to), n: sumOf(run.counts, () => true) }}
        />
      );
  }
}
