import { usePaginatedQuery } from "convex/react";
import type { FunctionReturnType } from "convex/server";
import { useEffect } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { compareText } from "./format.ts";
import { useMyOrganization } from "./me.ts";
import { roleName } from "./words.ts";

type Person = FunctionReturnType<typeof api.people.people.list>["page"][number];
type StaffRole = "administrator" | "caseManager" | "teacher" | "specialist";
type Option = { id: Id<"people">; label: string; hint: string };

/** Whoever works with children, and whoever besides them administers. */
export const atWork: readonly StaffRole[] = ["caseManager", "teacher", "specialist"];
export const allStaff: readonly StaffRole[] = ["administrator", ...atWork];

/**
 * Everybody of staff with one of these roles, each once, to choose from; undefined while they are on their way. Each
 * role is asked for by itself: among the families of a whole district the teachers would stand far behind the first page.
 */
export function useStaff(roles: readonly StaffRole[], state?: "current"): Option[] | undefined {
  const lists = [
    useRole("administrator", roles, state),
    useRole("caseManager", roles, state),
    useRole("teacher", roles, state),
    useRole("specialist", roles, state),
  ];
  const found = lists.flatMap((list) => list ?? []);
  if (lists.includes(undefined)) return undefined;
  const people = [...new Map(found.map((person) => [person.personId, person])).values()];
  return people
    .sort((a, b) => compareText(a.name, b.name))
    .map(({ personId, name, role }) => ({ id: personId, label: name, hint: roleName(role) }));
}

const PAGE = 200;

/** Everybody with one role, page after page; nobody where the role is not asked for. */
function useRole(
  role: StaffRole,
  roles: readonly StaffRole[],
  state: "current" | undefined,
): Person[] | undefined {
  const { organizationId } = useMyOrganization();
  const isAsked = roles.includes(role);
  const { results, status, loadMore } = usePaginatedQuery(
    api.people.people.list,
    isAsked ? { organizationId, role, ...(state && { state }) } : "skip",
    { initialNumItems: PAGE },
  );
  useEffect(() => {
    if (status === "CanLoadMore") loadMore(PAGE);
  }, [status, loadMore]);
  if (!isAsked) return [];
  return status === "LoadingFirstPage" ? undefined : results;
}
