import type { Role } from "#src/lib/words.ts";

/** What a member of staff can be; families come in from the child's page only. */
export const staffRoles = [
  "teacher",
  "specialist",
  "caseManager",
  "administrator",
] as const satisfies readonly Role[];
export type StaffRole = (typeof staffRoles)[number];
