import type { Doc } from "../_generated/dataModel";
import { type Condition, conditionFor, type Permission, permissions } from "./policy";
import type { Relation } from "./relation";

type Membership = Pick<Doc<"memberships">, "role" | "schoolId">;

/** Whether a condition holds for a membership; without a relation no student is in view. */
function holds(condition: Condition, membership: Membership, relation: Relation | null): boolean {
  switch (condition) {
    case "always":
      return true;
    case "acrossTheOrganization":
      return membership.schoolId === undefined;
    case "inTheirSchools":
      return (
        relation !== null && (membership.schoolId === undefined || membership.schoolId === relation.schoolId)
      );
    case "onTheTeam":
    case "caseManages":
    case "guardianOf":
    case "isTheStudent":
    case "signsForTheChild":
      return relation?.[condition] ?? false;
  }
}

/** Whether one of the person's current memberships gives the permission. */
export function isAllowed(
  permission: Permission,
  memberships: readonly Membership[],
  relation: Relation | null,
): boolean {
  return memberships.some((membership) => {
    const condition = conditionFor(permission, membership.role);
    return condition !== null && holds(condition, membership, relation);
  });
}

/** Everything the person may do here: the list that is sent to the browser. */
export function abilitiesOf(memberships: readonly Membership[], relation: Relation | null): Permission[] {
  return permissions.filter((permission) => isAllowed(permission, memberships, relation));
}

/** Whose eyes read: the team's, or the family's, who see only what is shared with them. */
export type Audience = "team" | "family";

/** A guardian who is also on the team reads as the team. */
export function audienceOf(memberships: readonly Membership[], relation: Relation): Audience {
  return isAllowed("ieps.readDrafts", memberships, relation) ? "team" : "family";
}
