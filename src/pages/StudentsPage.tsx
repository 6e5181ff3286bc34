import { Trans, useLingui } from "@lingui/react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { UserPlus } from "lucide-react";
import { useEffect, useState } from "react";
import { StudentList } from "#src/features/students/StudentList.tsx";
import { paths } from "#src/lib/paths.ts";
import { useAbilities } from "#src/lib/useAbilities.ts";
import { LinkButton } from "#src/ui/Link.tsx";
import { PageHeader } from "#src/ui/PageHeader.tsx";
import { SearchField } from "#src/ui/SearchField.tsx";

/** Between the last key and the question to the server. */
const settleMs = 200;

/** All students that I may see. The search lives in the address, so that it can be kept and shared. */
export function StudentsPage() {
  const { i18n } = useLingui();
  const can = useAbilities();
  const navigate = useNavigate();
  const { search = "" } = useSearch({ strict: false });
  const [typed, setTyped] = useState(search);
  useEffect(() => {
    if (typed === search) return;
    const timer = setTimeout(() => {
      void navigate({ to: "/students", search: typed === "" ? {} : { search: typed }, replace: true });
    }, settleMs);
    return () => clearTimeout(timer);
  }, [typed, search, navigate]);
  return (
    <>
      <PageHeader
        title={i18n.t({ id: "students.title", message: "Students" })}
        actions={
          can("students.add") && (
            <LinkButton kind="primary" href={paths.addStudent}>
              <UserPlus aria-hidden size={18} strokeWidth={1.75} />
              <Trans id="students.add" message="Add a student" />
            </LinkButton>
          )
        }
      />
      <SearchField
        className="mb-4 max-w-md"
        label={i18n.t({ id: "students.search", message: "Search by name or number" })}
        clearLabel={i18n.t({ id: "search.clear", message: "Clear search" })}
        value={typed}
        onChange={setTyped}
      />
      <StudentList search={search} />
    </>
  );
}
