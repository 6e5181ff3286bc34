import { Trans, useLingui } from "@lingui/react";
import { useNavigate } from "@tanstack/react-router";
import { UserPlus } from "lucide-react";
import { useCallback } from "react";
import { DuplicatesLink } from "#src/features/students/duplicates/DuplicatesLink.tsx";
import { ListToolbar } from "#src/features/students/list/ListToolbar.tsx";
import { SavedViews } from "#src/features/students/list/SavedViews.tsx";
import { StudentList } from "#src/features/students/list/StudentList.tsx";
import { useListAddress } from "#src/features/students/list/useListAddress.ts";
import { useDevicePreference } from "#src/lib/devicePreference.ts";
import { paths } from "#src/lib/paths.ts";
import { useAbilities } from "#src/lib/useAbilities.ts";
import { useSettled } from "#src/lib/useSettled.ts";
import { LinkButton } from "#src/ui/Link.tsx";
import { PageHeader } from "#src/ui/PageHeader.tsx";
import { SearchField } from "#src/ui/SearchField.tsx";

/** All students that I may see. What is looked for lives in the address, so that it can be kept and shared. */
export function StudentsPage() {
  const { i18n } = useLingui();
  const can = useAbilities();
  const navigate = useNavigate();
  const { address, change, clear } = useListAddress();
  const [density, setDensity] = useDevicePreference("density");
  const { search = "" } = address;
  const settle = useCallback((text: string) => change({ search: text === "" ? undefined : text }), [change]);
  const [typed, setTyped] = useSettled(search, settle);
  const isCompact = density === "compact";
  return (
    <>
      <PageHeader
        title={i18n.t({ id: "students.title", message: "Students" })}
        actions={
          <>
            {can("students.merge") && <DuplicatesLink />}
            {can("students.add") && (
              <LinkButton kind="primary" href={paths.addStudent}>
                <UserPlus aria-hidden size={18} strokeWidth={1.75} />
                <Trans id="students.add" message="Add a student" />
              </LinkButton>
            )}
          </>
        }
      />
      <ListToolbar
        search={
          <SearchField
            className="w-full max-w-md max-sm:max-w-none"
            label={i18n.t({ id: "students.search", message: "Search by name or number" })}
            clearLabel={i18n.t({ id: "search.clear", message: "Clear search" })}
            value={typed}
            onChange={setTyped}
          />
        }
        address={address}
        onChange={change}
        onClear={clear}
        isCompact={isCompact}
        onCompact={(compact) => setDensity(compact ? "compact" : "comfortable")}
        views={
          <SavedViews
            address={address}
            onOpen={(query) =>
              void navigate({ to: "/students", search: Object.fromEntries(new URLSearchParams(query)) })
            }
          />
        }
      />
      <StudentList address={address} isCompact={isCompact} onClear={clear} />
    </>
  );
}
