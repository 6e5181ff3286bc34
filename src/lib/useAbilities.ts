import { useQuery } from "convex/react";
import type { FunctionReturnType } from "convex/server";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { useMe } from "./me.ts";

type Me = NonNullable<FunctionReturnType<typeof api.people.me.get>>;

/** The words that the server's policy table uses. */
export type Permission = Me["abilities"][Id<"organizations">][number];
export type Can = (permission: Permission) => boolean;

/** Asks with the policy's own words. Nothing is allowed while the answer is on its way; only the server refuses. */
function asker(abilities: readonly Permission[] | undefined): Can {
  return (permission) => abilities?.includes(permission) ?? false;
}

/** What I may do in the organization I work in. */
export function useAbilities(): Can {
  const { me, organization } = useMe();
  return asker(organization ? me?.abilities[organization.organizationId] : undefined);
}

/** What I may do for this child. */
export function useStudentAbilities(studentId: Id<"students">): Can {
  const record = useQuery(api.students.record.get, { studentId });
  return asker(record?.abilities);
}
