import { usualGradeName } from "./words.ts";

/**
 * The grades of the organization that somebody works in, from the youngest to the oldest, with the names it has
 * given them itself. Like the language, they are set once for the whole page, when the organization is known.
 */
type Grade = { code: string; ownName: string | null };
let grades: readonly Grade[] = [];

export function adoptGrades(organization: { grades: readonly Grade[] } | null): void {
  grades = organization?.grades ?? [];
}

/** "Year 4", "The Owls": what a grade is called here; one that is no longer in use goes by its usual name. */
export function gradeName(code: string): string {
  return grades.find((grade) => grade.code === code)?.ownName ?? usualGradeName(code);
}

/** The grades to choose from. */
export function gradeOptions(): { id: string; label: string }[] {
  return grades.map(({ code }) => ({ id: code, label: gradeName(code) }));
}

/** In school order; those that are no longer in use come last. */
export function inSchoolOrder<Row extends { gradeLevel: string }>(rows: readonly Row[]): Row[] {
  const place = ({ gradeLevel }: Row) => {
    const found = grades.findIndex(({ code }) => code === gradeLevel);
    return found === -1 ? grades.length : found;
  };
  return [...rows].sort((a, b) => place(a) - place(b));
}
