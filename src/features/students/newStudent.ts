import { i18n } from "@lingui/core";
import type { FunctionArgs } from "convex/server";
import type { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { birthProblem } from "#convex/students/rules.ts";
import { sentenceOf } from "#src/lib/problems.ts";
import type { FormErrors } from "#src/ui/Form.tsx";
import { emptyTypedDay, joinTypedDay, type TypedDay } from "#src/ui/TypedDateField.tsx";

/** What the form holds while it is typed. */
export type NewStudent = {
  firstName: string;
  lastName: string;
  preferredName: string;
  studentNumber: string;
  birth: TypedDay;
  gradeLevel: string | null;
  schoolId: Id<"organizations"> | null;
  primaryNeed: string | null;
};

export const emptyStudent: NewStudent = {
  firstName: "",
  lastName: "",
  preferredName: "",
  studentNumber: "",
  birth: emptyTypedDay,
  gradeLevel: null,
  schoolId: null,
  primaryNeed: null,
};

type Command = Omit<FunctionArgs<typeof api.students.students.add>, "organizationId">;

/** Reads the form as the command's arguments, or says field by field what is missing. */
export function readNewStudent(
  typed: NewStudent,
  today: string,
): { student: Command | null; errors: FormErrors } {
  const errors: Record<string, string> = {};
  const need = (field: string, sentence: string) => {
    errors[field] = sentence;
  };
  const firstName = typed.firstName.trim();
  const lastName = typed.lastName.trim();
  const studentNumber = typed.studentNumber.trim();
  if (firstName === "")
    need("firstName", i18n.t({ id: "student.needFirst", message: "Enter the first name." }));
  if (lastName === "") need("lastName", i18n.t({ id: "student.needLast", message: "Enter the last name." }));
  if (studentNumber === "") {
    need("studentNumber", i18n.t({ id: "student.needNumber", message: "Enter the student number." }));
  }
  const birthOn = joinTypedDay(typed.birth);
  const wrongBirth = birthProblem(birthOn, today);
  if (Object.values(typed.birth).every((part) => part.trim() === "")) {
    need("birthOn", i18n.t({ id: "student.needBirth", message: "Enter the birth date." }));
  } else if (wrongBirth === "out_of_range") {
    need(
      "birthOn",
      i18n.t({
        id: "student.birthRange",
        message: "This child would be too old for school. Check the year.",
      }),
    );
  } else if (wrongBirth !== null) {
    need("birthOn", sentenceOf({ code: wrongBirth }));
  }
  if (typed.gradeLevel === null)
    need("gradeLevel", i18n.t({ id: "student.needGrade", message: "Choose the grade." }));
  if (typed.schoolId === null)
    need("schoolId", i18n.t({ id: "student.needSchool", message: "Choose the school." }));
  if (Object.keys(errors).length > 0 || typed.gradeLevel === null || typed.schoolId === null) {
    return { student: null, errors };
  }
  const preferredName = typed.preferredName.trim();
  return {
    errors,
    student: {
      firstName,
      lastName,
      studentNumber,
      birthOn,
      gradeLevel: typed.gradeLevel,
      schoolId: typed.schoolId,
      needs: typed.primaryNeed ? [typed.primaryNeed] : [],
      ...(preferredName === "" ? {} : { preferredName }),
    },
  };
}
