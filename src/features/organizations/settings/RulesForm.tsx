import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { Button } from "#src/ui/Button.tsx";
import { CheckboxField } from "#src/ui/CheckboxField.tsx";
import { Form } from "#src/ui/Form.tsx";
import { NumberField } from "#src/ui/NumberField.tsx";
import { MonthDayField } from "./MonthDayField.tsx";
import type { Organization } from "./organization.ts";

/** The figures that deadlines are made of. The server refuses what the law does not allow, and the form says what. */
export function RulesForm({ organization }: { organization: Organization }) {
  const { i18n } = useLingui();
  const { settings, organizationId } = organization;
  const [startsOn, setStartsOn] = useState(settings.schoolYearStartsOn);
  const [review, setReview] = useState(settings.reviewCycleMonths);
  const [transition, setTransition] = useState(settings.transitionAge);
  const [majority, setMajority] = useState(settings.majorityAge);
  const [evaluation, setEvaluation] = useState(settings.evaluationDays);
  const isUnderIdea = organization.jurisdiction === "us-federal";
  const [race, setRace] = useState(settings.needsRaceColumns);
  const decide = useCommand(api.organizations.organizations.decide, {
    showsProblem: false,
    done: i18n.t({ id: "settings.saved", message: "Saved" }),
  });
  const form = useSubmit(async () => {
    const outcome = await decide({
      organizationId,
      settings: {
        schoolYearStartsOn: startsOn,
        reviewCycleMonths: numberOf(review),
        transitionAge: numberOf(transition),
        majorityAge: numberOf(majority),
        ...(isUnderIdea && { evaluationDays: numberOf(evaluation) }),
        needsRaceColumns: race,
      },
    });
    if (outcome.isDone) return outcome;
    return { ...outcome, sentence: sentenceFor(outcome.problem.field) ?? outcome.sentence };
  });
  return (
    <Form
      summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
      errors={form.errors}
      onSubmit={form.submit}
    >
      <MonthDayField
        name="schoolYearStartsOn"
        label={<Trans id="settings.schoolYear" message="The school year begins on" />}
        value={startsOn}
        onChange={setStartsOn}
      />
      <NumberField
        name="reviewCycleMonths"
        label={<Trans id="settings.review" message="Months between reviews of a plan" />}
        hint={
          <Trans
            id="settings.reviewHint"
            message="Twelve at most. New dates follow it; dates that are set stay."
          />
        }
        value={review}
        onChange={setReview}
      />
      <NumberField
        name="transitionAge"
        label={<Trans id="settings.transition" message="Plans look beyond school from age" />}
        value={transition}
        onChange={setTransition}
      />
      <NumberField
        name="majorityAge"
        label={<Trans id="settings.majority" message="Rights pass to the student at age" />}
        value={majority}
        onChange={setMajority}
      />
      {isUnderIdea && (
        <NumberField
          name="evaluationDays"
          label={<Trans id="settings.evaluation" message="Days for an initial evaluation" />}
          hint={
            <Trans
              id="settings.evaluationHint"
              message="From the day the consent is received. Sixty, or what your state says (34 CFR 300.301(c)). Clocks that run already keep their day."
            />
          }
          value={evaluation}
          onChange={setEvaluation}
        />
      )}
      {isUnderIdea && (
        <CheckboxField
          isSelected={race}
          onChange={setRace}
          label={<Trans id="settings.race" message="Keep race and ethnicity" />}
          hint={<Trans id="settings.raceHint" message="Only for federal counts that ask for them." />}
        />
      )}
      <Button type="submit" isPending={form.isPending} className="self-start">
        <Trans id="settings.save" message="Save" />
      </Button>
    </Form>
  );

  /** Which figures the law leaves open, for the field that is outside of them. */
  function sentenceFor(field: string | undefined): string | undefined {
    const ranges: Record<string, readonly [number, number]> = {
      reviewCycleMonths: [1, 12],
      transitionAge: [12, 16],
      majorityAge: [16, 21],
      evaluationDays: [15, 120],
    };
    const range = ranges[field ?? ""];
    return (
      range &&
      i18n.t({
        id: "settings.range",
        message: "Enter a number from {least} to {most}.",
        values: { least: range[0], most: range[1] },
      })
    );
  }
}

/** An empty field is no number, and is refused like one that is too small. */
function numberOf(typed: number): number {
  return Number.isNaN(typed) ? 0 : typed;
}
