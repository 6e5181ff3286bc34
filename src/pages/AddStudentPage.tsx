import { Trans, useLingui } from "@lingui/react";
import { AddStudentForm } from "#src/features/students/AddStudentForm.tsx";
import { paths } from "#src/lib/paths.ts";
import { requireAbility } from "#src/lib/requireAbility.ts";
import { useAbilities } from "#src/lib/useAbilities.ts";
import { Link } from "#src/ui/Link.tsx";
import { PageHeader } from "#src/ui/PageHeader.tsx";

export function AddStudentPage() {
  const { i18n } = useLingui();
  requireAbility(useAbilities(), "students.add");
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        above={
          <Link href={paths.students}>
            <Trans id="students.title" message="Students" />
          </Link>
        }
        title={i18n.t({ id: "students.add", message: "Add a student" })}
      />
      <AddStudentForm />
    </div>
  );
}
