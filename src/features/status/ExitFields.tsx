import { Trans, useLingui } from "@lingui/react";
import type { Id } from "#convex/_generated/dataModel.js";
import { packFor } from "#convex/compliance/rules/packs.ts";
import { exitsOf, supportsExit } from "#convex/status/rules/exits.ts";
import { format } from "#src/lib/format.ts";
import { paths } from "#src/lib/paths.ts";
import { evaluationKindName, exitReasonName, type SenKind } from "#src/lib/statusWords.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { DateField } from "#src/ui/DateField.tsx";
import { Link } from "#src/ui/Link.tsx";
import { SelectField } from "#src/ui/SelectField.tsx";
import type { Overview } from "./overview.ts";

export type Exit = {
  reason: string | null;
  evaluationId: Id<"evaluations"> | null;
  summaryGivenOn: string;
};
export const noExit: Exit = { reason: null, evaluationId: null, summaryGivenOn: "" };

/** Why a status ends, and what the law wants to be there first: it says what is missing and where to get it. */
export function ExitFields({
  studentId,
  kind,
  endsOn,
  overview,
  isOptional = false,
  value,
  onChange,
}: {
  studentId: Id<"students">;
  kind: SenKind;
  endsOn: string;
  overview: Overview;
  isOptional?: boolean;
  value: Exit;
  onChange: (value: Exit) => void;
}) {
  const { i18n } = useLingui();
  const exits = exitsOf(packFor(overview.jurisdiction), kind);
  const withdrawnOn = overview.servicesWithdrawnOn;
  const chosen = exits.find(({ key }) => key === value.reason);
  const supporting = overview.evaluations.filter((evaluation) =>
    supportsExit(
      {
        kind: evaluation.kind,
        completedOn: evaluation.completedOn ?? undefined,
        conclusion: evaluation.conclusion ?? undefined,
      },
      endsOn,
    ),
  );
  return (
    <>
      <SelectField
        name="exitReason"
        width="full"
        label={<Trans id="status.exitReason" message="Why it ends" />}
        optional={isOptional && <Trans id="form.optional" message="(optional)" />}
        placeholder={i18n.t({ id: "form.choose", message: "Choose" })}
        options={exits.map(({ key, source }) => ({ id: key, label: exitReasonName(key), hint: source }))}
        value={value.reason}
        onChange={(reason) => onChange({ ...value, reason })}
      />
      {chosen?.needs === "exitEvaluation" && supporting.length === 0 && (
        <Banner
          tone="attention"
          title={<Trans id="status.evaluationMissing" message="An evaluation is missing" />}
        >
          <Trans
            id="status.evaluationMissingAdvice"
            message="The law wants an evaluation that found the child no longer eligible, completed by the last day. Ask for an exit evaluation below on this page; once it is completed, it can be chosen here. Diploma, age limit, a move and death need none; revoked consent rests on the family’s letter."
          />
        </Banner>
      )}
      {chosen?.needs === "exitEvaluation" && supporting.length > 0 && (
        <SelectField<Id<"evaluations">>
          name="exitEvaluationId"
          width="full"
          label={<Trans id="status.exitEvaluation" message="The evaluation that found this" />}
          placeholder={i18n.t({ id: "form.choose", message: "Choose" })}
          options={supporting.map((evaluation) => ({
            id: evaluation.evaluationId,
            label: i18n.t({
              id: "status.evaluationOf",
              message: "{kind}, completed on {day}",
              values: {
                kind: evaluationKindName(evaluation.kind),
                day: format.day(evaluation.completedOn ?? evaluation.askedOn),
              },
            }),
          }))}
          value={value.evaluationId}
          onChange={(evaluationId) => onChange({ ...value, evaluationId })}
        />
      )}
      {chosen?.needs === "servicesWithdrawn" && (withdrawnOn === null || withdrawnOn > endsOn) && (
        <Banner
          tone="attention"
          title={<Trans id="status.withdrawalMissing" message="The family’s withdrawal is missing" />}
        >
          <Trans
            id="status.withdrawalMissingAdvice"
            message="No written withdrawal of services by the last day is on record. Record the family’s letter first, with its date; then this ground can be chosen."
          />{" "}
          <Link href={paths.studentConsents(studentId)}>
            <Trans id="consents.toPage" message="To the consents" />
          </Link>
        </Banner>
      )}
      {chosen?.needs === "summaryOfPerformance" && (
        <DateField
          name="summaryGivenOn"
          label={<Trans id="status.summaryGivenOn" message="Summary of performance given on" />}
          optional={<Trans id="form.optional" message="(optional)" />}
          hint={
            <Trans
              id="status.summaryHint"
              message="The student gets a summary with recommendations (34 CFR 300.305(e)(3)). Left empty, it stays on the list of what is owed."
            />
          }
          value={value.summaryGivenOn}
          onChange={(summaryGivenOn) => onChange({ ...value, summaryGivenOn })}
        />
      )}
    </>
  );
}
