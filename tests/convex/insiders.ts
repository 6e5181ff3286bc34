/** The people around one child, and the shape in which each domain writes down who may call what. */

export const insiders = [
  "administrator",
  "caseManager",
  "teacher",
  "specialist",
  "guardian",
  "student",
] as const;
export type Insider = (typeof insiders)[number];

export const everyone = insiders;
export const team = ["administrator", "caseManager", "teacher", "specialist"] as const;
export const leaders = ["administrator", "caseManager"] as const;
export const practitioners = ["caseManager", "teacher", "specialist"] as const;
export const administrators = ["administrator"] as const;

export type ExpectedDoors = {
  /** Functions about one student. People around the child who are not named read "not_allowed". */
  student?: Record<string, readonly Insider[]>;
  /** Functions about an organization, by what a member is in it. */
  organization?: Record<string, readonly Insider[]>;
  /** Functions about an organization, or a student, that an administrator bound to one school may not call. */
  wholeOrganization?: readonly string[];
  /** The caller's own affairs: whoever is signed in. What they answer about others has tests of its own. */
  own?: readonly string[];
  /** Open to the world, each with its reason in the code. */
  open?: readonly string[];
};
