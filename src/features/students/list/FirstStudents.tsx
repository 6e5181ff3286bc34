import { useLingui } from "@lingui/react";
import { usePaginatedQuery } from "convex-helpers/react";
import { useEffect } from "react";
import { api } from "#convex/_generated/api.js";
import { useMyOrganization } from "#src/lib/me.ts";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { StudentRows } from "../StudentRows.tsx";
import { Nobody } from "./Nobody.tsx";

const FIRST = 8;

/** The beginning of the list, for home: the rest is behind the link beside it. */
export function FirstStudents() {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const { results, status, loadMore } = usePaginatedQuery(
    api.students.students.listMine,
    { organizationId, enrolment: "active" },
    { initialNumItems: FIRST },
  );
  // A page can come short, even empty: whoever is looked for is behind it.
  useEffect(() => {
    if (status === "CanLoadMore" && results.length < FIRST) loadMore(FIRST);
  }, [status, results.length, loadMore]);
  if (results.length === 0 && status !== "Exhausted") {
    return <SkeletonRows label={i18n.t({ id: "students.loading", message: "Loading students" })} rows={4} />;
  }
  if (results.length === 0) return <Nobody address={{}} onClear={() => {}} />;
  return <StudentRows students={results.slice(0, FIRST)} />;
}
