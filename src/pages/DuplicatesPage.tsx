import { useLingui } from "@lingui/react";
import { DuplicateList } from "#src/features/students/duplicates/DuplicateList.tsx";
import { MergeList } from "#src/features/students/duplicates/MergeList.tsx";
import { paths } from "#src/lib/paths.ts";
import { Link } from "#src/ui/Link.tsx";
import { PageHeader } from "#src/ui/PageHeader.tsx";

/** Records that may be of one child, and those that have been joined. */
export function DuplicatesPage() {
  const { i18n } = useLingui();
  return (
    <>
      <PageHeader
        above={<Link href={paths.students}>{i18n.t({ id: "students.title", message: "Students" })}</Link>}
        title={i18n.t({ id: "duplicates.title", message: "Possible duplicates" })}
        below={i18n.t({
          id: "duplicates.below",
          message:
            "Found when a record is written: the same number, or the same birth date with a similar name.",
        })}
      />
      <div className="flex flex-col gap-6">
        <DuplicateList />
        <MergeList />
      </div>
    </>
  );
}
