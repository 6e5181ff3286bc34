import type { Doc } from "../_generated/dataModel";
import {
  type Condition,
  conditionFor,
  emergencyPermissions,
  isStaff,
  type Permission,
  permissions,
} from "./policy";
import type { Relation } from "./relation";
import type { Standing } from "./standing";

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
    const hasBrokenGlass = (relation?.inEmergency ?? false) && isStaff(membership.role);
    if (hasBrokenGlass && emergencyPermissions.has(permission)) return true;
    const condition = conditionFor(permission, membership.role);
    return condition !== null && holds(condition, membership, relation);
  });
}

/** Everything the person may do here: the list that is sent to the browser. */
export function abilitiesOf(memberships: readonly Membership[], relation: Relation | null): Permission[] {
  return permissions.filter((permission) => isAllowed(permission, memberships, relation));
}

/** On what ground a person stands inside a student's compartment; kept with each audit entry about the student. */
export function standingOf(relation: Relation): Standing {
  if (relation.caseManages) return "caseManager";
  if (relation.onTheTeam) return "team";
  if (relation.guardianOf) return "guardian";
  if (relation.isTheStudent) return "student";
  return relation.inEmergency ? "emergency" : "administrator";
}

/** Whose eyes read: the team's, or the family's, who see only what is shared with them. */
export type Audience = "team" | "family";

/** A guardian who is also on the team reads as the team. */
export function audienceOf(memberships: readonly Membership[], relation: Relation): Audience {
  return isAllowed("ieps.readDrafts", memberships, relation) ? "team" : "family";
}
