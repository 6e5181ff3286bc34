import type { RowKind } from "./kinds";

/** Our own files: a header for each field, in order, and other words that people write for it. */
type Template = {
  kind: RowKind;
  columns: readonly { field: string; header: string; isRequired?: true; also: readonly string[] }[];
};

const givenName = {
  field: "givenName",
  header: "given_name",
  isRequired: true,
  also: ["first name", "forename", "legal first name"],
} as const;
const familyName = {
  field: "familyName",
  header: "family_name",
  isRequired: true,
  also: ["last name", "surname", "legal last name"],
} as const;
const email = { field: "email", header: "email", also: ["e-mail", "email address", "mail"] } as const;

export const templates = {
  students: {
    kind: "student",
    columns: [
      {
        field: "externalId",
        header: "external_id",
        isRequired: true,
        also: ["id", "student id", "pupil id", "sis id", "sourced id", "upn"],
      },
      { field: "studentNumber", header: "student_number", also: ["number", "local id", "admission number"] },
      givenName,
      familyName,
      {
        field: "preferredName",
        header: "preferred_name",
        also: ["known as", "nickname", "preferred first name"],
      },
      {
        field: "birthOn",
        header: "date_of_birth",
        isRequired: true,
        also: ["dob", "birth date", "birthday", "birth on"],
      },
      { field: "grade", header: "grade", isRequired: true, also: ["grade level", "year", "year group"] },
      {
        field: "school",
        header: "school_id",
        isRequired: true,
        also: ["school", "school name", "building", "site"],
      },
      { field: "homeLanguage", header: "home_language", also: ["language", "first language"] },
      { field: "interpreterNeeded", header: "interpreter_needed", also: ["interpreter"] },
      { field: "needPrimary", header: "need_primary", also: ["primary need", "primary disability"] },
      {
        field: "needSecondary",
        header: "need_secondary",
        also: ["secondary need", "secondary disability"],
      },
      { field: "planType", header: "plan_type", also: ["plan", "sen status", "program"] },
      {
        field: "caseManagerEmail",
        header: "case_manager_email",
        also: ["case manager", "senco email", "key worker email"],
      },
    ],
  },
  staff: {
    kind: "staff",
    columns: [
      {
        field: "externalId",
        header: "external_id",
        isRequired: true,
        also: ["id", "staff id", "employee id", "teacher id"],
      },
      givenName,
      familyName,
      { ...email, isRequired: true },
      { field: "role", header: "role", isRequired: true, also: ["job", "position", "title"] },
      { field: "school", header: "school_id", also: ["school", "school name", "building", "site"] },
    ],
  },
  guardians: {
    kind: "guardian",
    columns: [
      {
        field: "student",
        header: "student_external_id",
        isRequired: true,
        also: ["student id", "pupil id", "child id"],
      },
      givenName,
      familyName,
      { field: "relationship", header: "relationship", also: ["relation"] },
      { ...email, isRequired: true },
      { field: "phone", header: "phone", also: ["telephone", "mobile", "cell"] },
      { field: "language", header: "language", also: ["home language", "contact language"] },
      { field: "maySign", header: "may_sign", also: ["can sign"] },
      { field: "mayView", header: "may_view", also: ["can view", "may see"] },
    ],
  },
} as const satisfies Record<string, Template>;

export type TemplateName = keyof typeof templates;
export const templateNames = Object.keys(templates) as TemplateName[];

/** The columns of a template, without the literal types that make lists of them hard to walk. */
export function columnsOf(name: TemplateName): Template["columns"] {
  return templates[name].columns;
}

const plain = (header: string) =>
  header
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Which header is which field, as far as names tell; a header is given to one field only. */
export function guessColumns(name: TemplateName, headers: readonly string[]): Record<string, string> {
  const guessed: Record<string, string> = {};
  const free = new Map(headers.toReversed().map((header) => [plain(header), header]));
  const take = (field: string, words: readonly string[]) => {
    const word = words.map(plain).find((candidate) => free.has(candidate));
    if (word === undefined || field in guessed) return;
    guessed[field] = free.get(word) ?? "";
    free.delete(word);
  };
  for (const { field, header } of columnsOf(name)) take(field, [header, field]);
  for (const { field, also } of columnsOf(name)) take(field, also);
  return guessed;
}

/** Which of our files this is, by the fields that its headers cover; null when it looks like none of them. */
export function guessTemplate(fileName: string, headers: readonly string[]): TemplateName | null {
  const scores = templateNames.map((name) => {
    const guessed = guessColumns(name, headers);
    const required = columnsOf(name).filter(({ isRequired }) => isRequired);
    const found = required.filter(({ field }) => field in guessed).length / required.length;
    const isNamed = plain(fileName).includes(name.replace(/s$/, ""));
    return { name, score: found + Object.keys(guessed).length / 100 + (isNamed ? 0.5 : 0) };
  });
  const [best] = scores.toSorted((a, b) => b.score - a.score);
  return best && best.score >= 0.6 ? best.name : null;
}
