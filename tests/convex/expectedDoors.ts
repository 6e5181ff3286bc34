import type { ExpectedDoors, Insider } from "./insiders.ts";

/**
 * Who may call what, written down a second time and by hand, from the point of view of the people around one
 * child: each domain has its rows in `doors.ts`, and doors.test.ts holds the code against them. A new function
 * fails there until it has a row.
 */

const written = Object.values(
  import.meta.glob<Record<string, ExpectedDoors>>("./*/doors.ts", { eager: true }),
).flatMap((module) => Object.values(module));

export const studentFunctions = together(({ student = {} }) => student);
export const organizationFunctions = together(({ organization = {} }) => organization);
export const forWholeOrganization: readonly string[] = written.flatMap(
  ({ wholeOrganization = [] }) => wholeOrganization,
);
export const ownFunctions: readonly string[] = written.flatMap(({ own = [] }) => own);
export const openFunctions: readonly string[] = written.flatMap(({ open = [] }) => open);

function together(rowsOf: (doors: ExpectedDoors) => Record<string, readonly Insider[]>) {
  return Object.fromEntries(written.flatMap((doors) => Object.entries(rowsOf(doors))));
}
