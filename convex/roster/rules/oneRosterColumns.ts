/**
 * The files of OneRoster 1.1 with their columns in order, as they are written out. Reading goes by name: other
 * orders, missing optional columns and `metadata.*` are all right.
 */
export const oneRosterColumns = {
  manifest: ["propertyName", "value"],
  academicSessions: [
    "sourcedId",
    "status",
    "dateLastModified",
    "title",
    "type",
    "startDate",
    "endDate",
    "parentSourcedId",
    "schoolYear",
  ],
  orgs: ["sourcedId", "status", "dateLastModified", "name", "type", "identifier", "parentSourcedId"],
  courses: [
    "sourcedId",
    "status",
    "dateLastModified",
    "schoolYearSourcedId",
    "title",
    "courseCode",
    "grades",
    "orgSourcedId",
    "subjects",
    "subjectCodes",
  ],
  classes: [
    "sourcedId",
    "status",
    "dateLastModified",
    "title",
    "grades",
    "courseSourcedId",
    "classCode",
    "classType",
    "location",
    "schoolSourcedId",
    "termSourcedIds",
    "subjects",
    "subjectCodes",
    "periods",
  ],
  users: [
    "sourcedId",
    "status",
    "dateLastModified",
    "enabledUser",
    "orgSourcedIds",
    "role",
    "username",
    "userIds",
    "givenName",
    "familyName",
    "middleName",
    "identifier",
    "email",
    "sms",
    "phone",
    "agentSourcedIds",
    "grades",
    "password",
  ],
  enrollments: [
    "sourcedId",
    "status",
    "dateLastModified",
    "classSourcedId",
    "schoolSourcedId",
    "userSourcedId",
    "role",
    "primary",
    "beginDate",
    "endDate",
  ],
  demographics: [
    "sourcedId",
    "status",
    "dateLastModified",
    "birthDate",
    "sex",
    "americanIndianOrAlaskaNative",
    "asian",
    "blackOrAfricanAmerican",
    "nativeHawaiianOrOtherPacificIslander",
    "white",
    "demographicRaceTwoOrMoreRaces",
    "hispanicOrLatinoEthnicity",
    "countryOfBirthCode",
    "stateOfBirthAbbreviation",
    "cityOfBirth",
    "publicSchoolResidenceStatus",
  ],
} as const;
export type OneRosterFile = keyof typeof oneRosterColumns;

/** In 1.2 the roles of a user are a file of their own. */
export const oneRosterFiles = [...Object.keys(oneRosterColumns), "roles"] as (OneRosterFile | "roles")[];

/** What a manifest names besides, and an import leaves alone. */
export const otherOneRosterFiles = [
  "categories",
  "classResources",
  "courseResources",
  "lineItems",
  "resources",
  "results",
] as const;

/** Read only where the organization has turned them on; nothing else of a child's descent is ever read. */
export const raceColumns = oneRosterColumns.demographics.slice(5, 12);
export const birthplaceColumns = oneRosterColumns.demographics.slice(12, 15);
