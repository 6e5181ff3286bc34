import { useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import { csvOf } from "#convex/exports/rules/csv.ts";
import { gradeName } from "#src/lib/grades.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { needName, planStatusName, senStatusName } from "#src/lib/words.ts";
import type { ListedStudent } from "../StudentRows.tsx";

/** Saves lines of the list as a file, once the server has put on record that they leave. */
export function useRowExport(students: readonly ListedStudent[]) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const record = useCommand(api.students.bulk.recordExport);
  const save = async () => {
    const { isDone } = await record({
      organizationId,
      studentIds: students.map(({ studentId }) => studentId),
    });
    if (!isDone) return;
    const header = [
      i18n.t({ id: "students.name", message: "Name" }),
      i18n.t({ id: "student.number", message: "Student number" }),
      i18n.t({ id: "filter.school", message: "School" }),
      i18n.t({ id: "students.grade", message: "Grade" }),
      i18n.t({ id: "filter.status", message: "Status" }),
      i18n.t({ id: "students.need", message: "Primary need" }),
      i18n.t({ id: "students.caseManager", message: "Case manager" }),
      i18n.t({ id: "students.plan", message: "Plan" }),
      i18n.t({ id: "students.review", message: "Review due" }),
    ];
    const rows = students.map((student) => [
      student.name,
      student.studentNumber,
      student.schoolName,
      gradeName(student.gradeLevel),
      senStatusName(student.senStatus),
      student.needs[0] ? needName(student.needs[0].code) : "",
      student.caseManagerName,
      student.plan ? planStatusName(student.plan.status) : "",
      student.plan?.reviewDueOn,
    ]);
    download("students.csv", csvOf(header, rows));
  };
  return { save, isPending: record.isPending };
}

function download(name: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = Object.assign(document.createElement("a"), { href, download: name });
  link.click();
  URL.revokeObjectURL(href);
}
