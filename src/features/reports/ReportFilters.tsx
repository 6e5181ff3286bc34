import { Trans, useLingui } from "@lingui/react";
import { gradeName, inSchoolOrder } from "#src/lib/grades.ts";
import { Button } from "#src/ui/Button.tsx";
import { DateField } from "#src/ui/DateField.tsx";
import { type FormErrors, FormErrorsContext } from "#src/ui/formErrors.ts";
import { SelectField } from "#src/ui/SelectField.tsx";
import type { Run } from "./distribution.ts";
import { type ReportKind, reportName } from "./reportWords.ts";

export type Asked = { kind: ReportKind; from: string; to: string; school: string; grade: string };

/** Everybody; an address without a filter leaves it out. */
const ALL = "all";

/** What is asked: which report, over which days; and of what was counted, which school and grade are shown. */
export function ReportFilters({
  asked,
  kinds,
  run,
  errors,
  isPending,
  onAsk,
  onCount,
}: {
  asked: Asked;
  kinds: readonly ReportKind[];
  run: Run | null;
  /** What is wrong with the days, by field; there is nothing to count then. */
  errors: FormErrors;
  isPending: boolean;
  onAsk: (change: Partial<Asked>) => void;
  onCount: () => void;
}) {
  const { i18n } = useLingui();
  const isOfDay = asked.kind === "census" || asked.kind === "childCount";
  const everybody = (label: string) => ({ id: ALL, label });
  const schools = (run?.bySchool ?? []).map(({ schoolId, name }) => ({
    id: schoolId as string,
    label: name,
  }));
  const grades = inSchoolOrder(run?.byGrade ?? []).map(({ gradeLevel }) => ({
    id: gradeLevel,
    label: gradeName(gradeLevel),
  }));
  const chosen = (value: string) => (value === "" ? ALL : value);
  const filter = (id: string) => (id === ALL ? "" : id);
  return (
    <div className="mb-6 grid grid-cols-2 items-end gap-x-4 gap-y-3 sm:flex sm:flex-wrap" data-screen-only>
      <div className="max-sm:col-span-2">
        <SelectField
          label={<Trans id="report.kind" message="Report" />}
          options={kinds.map((id) => ({ id, label: reportName(id) }))}
          value={asked.kind}
          onChange={(kind) => onAsk({ kind })}
        />
      </div>
      <FormErrorsContext value={errors}>
        {!isOfDay && (
          <DateField
            name="from"
            label={<Trans id="report.from" message="From" />}
            value={asked.from}
            onChange={(from) => onAsk({ from })}
          />
        )}
        <DateField
          name="to"
          label={isOfDay ? <Trans id="report.day" message="On" /> : <Trans id="report.to" message="To" />}
          value={asked.to}
          onChange={(to) => onAsk({ to })}
        />
      </FormErrorsContext>
      {schools.length > 1 && (
        <SelectField
          label={<Trans id="report.school" message="School" />}
          options={[everybody(i18n.t({ id: "report.allSchools", message: "All schools" })), ...schools]}
          value={chosen(asked.school)}
          onChange={(id) => onAsk({ school: filter(id) })}
        />
      )}
      {grades.length > 1 && (
        <SelectField
          label={<Trans id="report.grade" message="Grade" />}
          options={[everybody(i18n.t({ id: "report.allGrades", message: "All grades" })), ...grades]}
          value={chosen(asked.grade)}
          onChange={(id) => onAsk({ grade: filter(id) })}
        />
      )}
      <Button
        kind={run === null ? "primary" : "secondary"}
        isPending={isPending}
        isDisabled={Object.keys(errors).length > 0}
        onPress={onCount}
        className="max-sm:col-span-2"
      >
        {run === null ? (
          <Trans id="report.count" message="Count" />
        ) : (
          <Trans id="report.countAgain" message="Count again" />
        )}
      </Button>
    </div>
  );
}
