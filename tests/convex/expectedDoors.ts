/**
 * Who may call what, written down a second time and by hand, from the point of view of the people around one
 * child: tests/convex/doors.test.ts holds the code against it. A new function fails there until it has a row.
 */

export const insiders = [
  "administrator",
  "caseManager",
  "teacher",
  "specialist",
  "guardian",
  "student",
] as const;
export type Insider = (typeof insiders)[number];

const everyone = insiders;
const team = ["administrator", "caseManager", "teacher", "specialist"] as const;
const leaders = ["administrator", "caseManager"] as const;
const practitioners = ["caseManager", "teacher", "specialist"] as const;
const administrators = ["administrator"] as const;

/** Functions about one student. People around the child who are not named read "not_allowed". */
export const studentFunctions: Record<string, readonly Insider[]> = {
  "students/record:get": everyone,
  "students/record:edit": leaders,
  "students/team:add": leaders,
  "students/team:end": leaders,
  "students/guardianships:add": leaders,
  "students/guardianships:sendInvitation": leaders,
  "students/guardianships:end": leaders,

  "ieps/ieps:getActive": everyone,
  "ieps/ieps:get": team,
  "ieps/ieps:start": leaders,
  "ieps/ieps:setDates": team,
  "ieps/ieps:share": leaders,
  "ieps/ieps:putInEffect": leaders,
  "ieps/sections:setState": team,
  "ieps/sections:assign": team,
  "ieps/goals:add": team,
  "ieps/goals:edit": team,
  "ieps/goals:retire": team,
  "ieps/services:add": team,
  "ieps/services:edit": team,
  "ieps/services:remove": team,
  "ieps/accommodations:add": team,
  "ieps/accommodations:edit": team,
  "ieps/accommodations:remove": team,
  "ieps/specialFactors:answer": team,
  "ieps/drafting:getSnapshot": team,
  "ieps/drafting:tail": team,
  "ieps/drafting:getSteps": team,
  "ieps/drafting:latestVersion": team,
  "ieps/drafting:submitSteps": team,
  "ieps/drafting:submitSnapshot": team,
  "ieps/editors:list": everyone,
  "ieps/editors:heartbeat": team,
  "ieps/editors:move": team,
  "ieps/editors:rest": team,
  "ieps/readable:get": everyone,

  "progress/goals:get": everyone,
  "progress/observations:list": everyone,
  "progress/observations:log": practitioners,
  "progress/observations:retract": leaders,
};

/** Functions about an organization, by what a member is in it. */
export const organizationFunctions: Record<string, readonly Insider[]> = {
  "organizations/organizations:get": team,
  "organizations/organizations:edit": administrators,
  "organizations/organizations:addSchool": administrators,
  "organizations/memberships:changeRole": administrators,
  "organizations/memberships:end": administrators,
  "organizations/invitations:list": administrators,
  "organizations/invitations:send": administrators,
  "organizations/invitations:revoke": administrators,
  "people/people:list": team,
  "students/students:listMine": team,
  "students/students:add": administrators,
  "students/due:list": team,
  "audit/entries:list": administrators,
  "audit/entries:verify": administrators,
};

/** The caller's own affairs: whoever is signed in. What they answer about others has tests of its own. */
export const ownFunctions: readonly string[] = [
  "organizations/setup:create",
  "organizations/invitations:accept",
  "people/me:savePreferences",
  "students/record:open",
];

/** Open to the world, each with its reason in the code. */
export const openFunctions: readonly string[] = [
  "organizations/setup:status",
  "organizations/invitations:find",
  "people/me:get",
  "notifications/outbox:list",
  "ieps/editors:leave",
];
