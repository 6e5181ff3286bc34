import { Trans, useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useDraft } from "#src/lib/useDraft.ts";
import { useDraftForm } from "#src/lib/useDraftForm.ts";
import { CheckboxField } from "#src/ui/CheckboxField.tsx";
import { NumberField } from "#src/ui/NumberField.tsx";
import { MonthDayField } from "./MonthDayField.tsx";
import type { Organization, Settings } from "./organization.ts";

/** The figures that deadlines are made of. The server refuses what the law does not allow, and the form says what. */
export function RulesForm({ organization }: { organization: Organization }) {
  const { i18n } = useLingui();
  const { settings, organizationId } = organization;
  const draft = useDraft(`settings.rules ${organizationId}`, rulesOf(settings));
  const { values, change } = draft;
  const labels = {
    schoolYearStartsOn: i18n.t({ id: "settings.schoolYear", message: "The school year begins on" }),
    reviewCycleMonths: i18n.t({ id: "settings.review", message: "Months between reviews of a plan" }),
    transitionAge: i18n.t({ id: "settings.transition", message: "Plans look beyond school from age" }),
    majorityAge: i18n.t({ id: "settings.majority", message: "Rights pass to the student at age" }),
    evaluationDays: i18n.t({ id: "settings.evaluation", message: "Days for an initial evaluation" }),
    needsRaceColumns: i18n.t({ id: "settings.race", message: "Keep race and ethnicity" }),
    parentsReadOn: i18n.t({
      id: "settings.parentsReadOn",
      message: "Parents read the record until their child is 18",
    }),
  };
  const isUnderIdea = organization.jurisdiction === "us-federal";
  const decide = useCommand(api.organizations.organizations.decide, {
    showsProblem: false,
    done: i18n.t({ id: "settings.saved", message: "Saved" }),
  });
  const form = useDraftForm(draft, labels, async (values) => {
    const outcome = await decide({
      organizationId,
      settings: {
        schoolYearStartsOn: values.schoolYearStartsOn,
        reviewCycleMonths: numberOf(values.reviewCycleMonths),
        transitionAge: numberOf(values.transitionAge),
        ...(isUnderIdea && {
          majorityAge: numberOf(values.majorityAge),
          evaluationDays: numberOf(values.evaluationDays),
        }),
        needsRaceColumns: values.needsRaceColumns,
        parentsReadOn: values.parentsReadOn,
      },
    });
    if (outcome.isDone) return outcome;
    return { ...outcome, sentence: sentenceFor(outcome.problem.field) ?? outcome.sentence };
  });
  return (
    <SubmitForm form={form} kind="secondary" act={<Trans id="settings.save" message="Save" />}>
      <MonthDayField
        name="schoolYearStartsOn"
        label={labels.schoolYearStartsOn}
        value={values.schoolYearStartsOn}
        onChange={(schoolYearStartsOn) => change({ schoolYearStartsOn })}
      />
      <NumberField
        name="reviewCycleMonths"
        label={labels.reviewCycleMonths}
        hint={
          <Trans
            id="settings.reviewHint"
            message="Twelve at most. New dates follow it; dates that are set stay."
          />
        }
        value={values.reviewCycleMonths}
        onChange={(reviewCycleMonths) => change({ reviewCycleMonths })}
      />
      <NumberField
        name="transitionAge"
        label={labels.transitionAge}
        value={values.transitionAge}
        onChange={(transitionAge) => change({ transitionAge })}
      />
      {isUnderIdea && (
        <>
          <NumberField
            name="majorityAge"
            label={labels.majorityAge}
            value={values.majorityAge}
            onChange={(majorityAge) => change({ majorityAge })}
          />
          <NumberField
            name="evaluationDays"
            label={labels.evaluationDays}
            hint={
              <Trans
                id="settings.evaluationHint"
                message="From the day the consent is received. Sixty, or what your state says (34 CFR 300.301(c)). Clocks that run already keep their day."
              />
            }
            value={values.evaluationDays}
            onChange={(evaluationDays) => change({ evaluationDays })}
          />
          <CheckboxField
            isSelected={values.needsRaceColumns}
            onChange={(needsRaceColumns) => change({ needsRaceColumns })}
            label={labels.needsRaceColumns}
            hint={<Trans id="settings.raceHint" message="Only for federal counts that ask for them." />}
          />
        </>
      )}
      {organization.jurisdiction === "england" && (
        <CheckboxField
          isSelected={values.parentsReadOn}
          onChange={(parentsReadOn) => change({ parentsReadOn })}
          label={labels.parentsReadOn}
          hint={
            <Trans
              id="settings.parentsReadOnHint"
              message="After compulsory school age the young person decides. A maintained school must still show parents the record (Education (Pupil Information) (England) Regulations 2005, reg. 5); an academy or independent school may ask the young person instead."
            />
          }
        />
      )}
    </SubmitForm>
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

const rulesOf = ({
  schoolYearStartsOn,
  reviewCycleMonths,
  transitionAge,
  majorityAge,
  evaluationDays,
  needsRaceColumns,
  parentsReadOn,
}: Settings) => ({
  schoolYearStartsOn,
  reviewCycleMonths,
  transitionAge,
  majorityAge,
  evaluationDays,
  needsRaceColumns,
  parentsReadOn,
});

/** An empty field is no number, and is refused like one that is too small. */
function numberOf(typed: number): number {
  return Number.isNaN(typed) ? 0 : typed;
}
