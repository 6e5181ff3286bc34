import { useLingui } from "@lingui/react";
import { usePaginatedQuery } from "convex-helpers/react";
import { useEffect } from "react";
import { api } from "#convex/_generated/api.js";
import { useMe, useMyOrganization } from "#src/lib/me.ts";
import { useAbilities } from "#src/lib/useAbilities.ts";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { useRowSelection } from "#src/ui/useRowSelection.ts";
import { StudentRows } from "../StudentRows.tsx";
import { BulkBar } from "./BulkBar.tsx";
import { EndOfList } from "./EndOfList.tsx";
import { askedBy, type ListAddress } from "./listFilters.ts";
import { Nobody } from "./Nobody.tsx";

const PAGE = 40;

/** The students that the address asks for, a page at a time; the next page comes as its place scrolls into view. */
export function StudentList({
  address,
  isCompact,
  onClear,
}: {
  address: ListAddress;
  isCompact: boolean;
  onClear: () => void;
}) {
  const { i18n } = useLingui();
  const { me } = useMe();
  const can = useAbilities();
  const { organizationId } = useMyOrganization();
  const asked = me ? askedBy(address, me.person.personId) : {};
  const { results, status, loadMore } = usePaginatedQuery(
    api.students.students.listMine,
    { organizationId, ...asked },
    { initialNumItems: PAGE },
  );
  const selection = useRowSelection(results.map(({ studentId }) => studentId));
  const { clear } = selection;
  const key = JSON.stringify(asked);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked for is another list, where nothing is ticked yet
  useEffect(clear, [key]);

  if (status === "LoadingFirstPage") {
    return <SkeletonRows label={i18n.t({ id: "students.loading", message: "Loading students" })} rows={8} />;
  }
  if (results.length === 0 && status === "Exhausted") return <Nobody address={address} onClear={onClear} />;
  const chosen = results.filter(({ studentId }) => selection.isSelected(studentId));
  return (
    <>
      <StudentRows
        students={results}
        isCompact={isCompact}
        isHeaderSticky
        selection={can("students.assign") ? selection : undefined}
      />
      <EndOfList status={status} found={results.length} onMore={() => loadMore(PAGE)} />
      <BulkBar students={chosen} onDone={clear} />
    </>
  );
}
