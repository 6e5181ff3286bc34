import type { FunctionArgs } from "convex/server";
import type { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { planFilters } from "#convex/students/rules/listing.ts";

/** What the list's address says, name by name. */
export type ListAddress = {
  [Name in "search" | "school" | "grade" | "status" | "need" | "manager" | "plan" | "enrolled" | "sort"]?:
    | string
    | undefined;
};
export type FilterName = Exclude<keyof ListAddress, "search" | "sort">;

type Asked = Omit<FunctionArgs<typeof api.students.students.listMine>, "organizationId" | "paginationOpts">;

const enrolments = ["active", "inactive", "graduated", "transferred"] as const;
const statuses = ["none", "senSupport", "ehcPlan", "ideaEligible", "section504"] as const;

/**
 * The address as the server is asked: whoever has left is shown only when asked for, and what an address says that
 * no list knows (somebody else's typing) filters nothing.
 */
export function askedBy(address: ListAddress, me: Id<"people">): Asked {
  const words = address.search?.trim() ?? "";
  const plan = oneOf(planFilters, address.plan);
  const status = oneOf(statuses, address.status);
  const enrolment =
    address.enrolled === "all" ? undefined : (oneOf(enrolments, address.enrolled) ?? "active");
  const manager = managerOf(address.manager, me);
  return {
    ...(words !== "" && { search: words }),
    ...(address.sort === "review" && { sort: "review" as const }),
    ...(isId(address.school) && { schoolId: address.school as Id<"organizations"> }),
    ...(address.grade && { gradeLevel: address.grade }),
    ...(status && { status }),
    ...(address.need && { need: address.need }),
    ...(manager !== undefined && { caseManagerId: manager }),
    ...(plan && { plan }),
    ...(enrolment && { enrolment }),
  };
}

function managerOf(text: string | undefined, me: Id<"people">): Id<"people"> | null | undefined {
  if (text === "nobody") return null;
  if (text === "me") return me;
  return isId(text) ? (text as Id<"people">) : undefined;
}

const isId = (text: string | undefined): boolean => text !== undefined && /^[0-9a-z]{31,37}$/.test(text);

function oneOf<T extends string>(names: readonly T[], text: string | undefined): T | undefined {
  return names.find((name) => name === text);
}

const filterNames: readonly FilterName[] = [
  "school",
  "grade",
  "status",
  "need",
  "manager",
  "plan",
  "enrolled",
];

/** How many filters an address holds: the number on the phone's button. */
export function filtersIn(address: ListAddress): number {
  return filterNames.filter((name) => address[name] !== undefined).length;
}

/** The part of an address that a saved view keeps. */
export function queryOf(address: ListAddress): string {
  const kept = [...filterNames, "sort", "search"] as const;
  const pairs = kept.flatMap((name) => (address[name] === undefined ? [] : [[name, address[name]]]));
  return new URLSearchParams(pairs).toString();
}
