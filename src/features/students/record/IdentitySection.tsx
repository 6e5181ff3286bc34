import { useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { ageOn } from "#convex/dates.ts";
import { format } from "#src/lib/format.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { CheckboxField } from "#src/ui/CheckboxField.tsx";
import { LiveText } from "#src/ui/live/LiveFields.tsx";
import type { StudentRecord } from "../studentRecord.ts";
import { CorrectBirthDate } from "./CorrectBirthDate.tsx";
import { type FactLine, Facts } from "./Facts.tsx";
import { RecordSection } from "./RecordSection.tsx";
import { identityFieldName, partName } from "./recordWords.ts";

type Numbers = { stateNumber: string | null; upn: string | null; formerUpn: string | null };

/**
 * Who the child is: names, birth date, numbers. A change holds from today; a correction was always so. Words that are
 * not saved are not kept for another day: which of the two they were meant as stands beside them for the moment only,
 * and a name that is saved as the other one rewrites the child's history.
 */
export function IdentitySection({ record, numbers }: { record: StudentRecord; numbers: Numbers }) {
  const { i18n } = useLingui();
  const { student, today } = record;
  const [isCorrection, setIsCorrection] = useState(false);
  const [isBirthOpen, setIsBirthOpen] = useState(false);
  const send = useCommand(api.students.record.edit, { showsProblem: false });
  const values = {
    firstName: student.firstName,
    lastName: student.lastName,
    preferredName: student.preferredName ?? "",
    pronouns: student.pronouns ?? "",
    studentNumber: student.studentNumber,
    stateNumber: numbers.stateNumber ?? "",
    upn: numbers.upn ?? "",
    formerUpn: numbers.formerUpn ?? "",
  };
  const names = Object.keys(values) as (keyof typeof values)[];
  const age = i18n.t({
    id: "student.ageShort",
    message: "{age, plural, one {# year} other {# years}}",
    values: { age: ageOn(student.birthOn, today) },
  });
  const facts: FactLine[] = [
    ...names.slice(0, 4).flatMap((name) => line(name)),
    { name: identityFieldName("birthOn"), value: `${format.day(student.birthOn)} (${age})` },
    ...names.slice(4).flatMap((name) => line(name)),
  ];
  return (
    <>
      <RecordSection
        title={partName("identity")}
        mayEdit={record.abilities.includes("students.edit")}
        summary={<Facts facts={facts} empty="" />}
        fields={() => (
          <>
            <CheckboxField
              label={i18n.t({ id: "record.correcting", message: "I am putting a mistake right" })}
              hint={i18n.t({
                id: "record.correctingHint",
                message:
                  "It then counts as always having been so. What stood here before stays in the history.",
              })}
              isSelected={isCorrection}
              onChange={setIsCorrection}
            />
            <div className="grid gap-5 sm:grid-cols-2">
              {names.map((name) => (
                <LiveText
                  key={name}
                  label={identityFieldName(name)}
                  width="full"
                  live={values[name]}
                  save={(base, next) =>
                    send({ studentId: student.studentId, [name]: next, base: { [name]: base }, isCorrection })
                  }
                />
              ))}
            </div>
            <div>
              <Button size="small" onPress={() => setIsBirthOpen(true)}>
                {i18n.t({ id: "record.correctBirth", message: "Correct the birth date" })}
              </Button>
            </div>
          </>
        )}
      />
      <CorrectBirthDate record={record} isOpen={isBirthOpen} onClose={() => setIsBirthOpen(false)} />
    </>
  );

  function line(name: keyof typeof values): FactLine[] {
    return values[name] === "" ? [] : [{ name: identityFieldName(name), value: values[name] }];
  }
}
