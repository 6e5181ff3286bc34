import { Trans, useLingui } from "@lingui/react";
import { type ReactNode, useState } from "react";
import { ageOn } from "#convex/dates.ts";
import { format } from "#src/lib/format.ts";
import { gradeName } from "#src/lib/grades.ts";
import { needName, senStatusName } from "#src/lib/words.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { EditStudent } from "./EditStudent.tsx";
import type { StudentRecord } from "./studentRecord.ts";

/** Who this child is, in the order that a colleague asks. */
export function Identity({ record }: { record: StudentRecord }) {
  const { student, school, caseManager, today } = record;
  const { i18n } = useLingui();
  const [isEditing, setIsEditing] = useState(false);
  return (
    <Card
      title={<Trans id="student.identity" message="About" />}
      actions={
        record.abilities.includes("students.edit") && (
          <Button size="small" kind="quiet" onPress={() => setIsEditing(true)}>
            <Trans id="action.edit" message="Edit" />
          </Button>
        )
      }
    >
      <Dialog
        title={i18n.t({ id: "editStudent.title", message: "Edit {name}", values: { name: student.name } })}
        closeLabel={i18n.t({ id: "action.close", message: "Close" })}
        isOpen={isEditing}
        onClose={() => setIsEditing(false)}
      >
        <EditStudent record={record} onDone={() => setIsEditing(false)} />
      </Dialog>
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
        <Fact name={<Trans id="student.birth" message="Birth date" />}>
          {format.day(student.birthOn)}{" "}
          <span className="text-ink-3">
            <Trans
              id="student.age"
              message="({age, plural, one {# year} other {# years}})"
              values={{ age: ageOn(student.birthOn, today) }}
            />
          </span>
        </Fact>
        <Fact name={<Trans id="students.grade" message="Grade" />}>{gradeName(student.gradeLevel)}</Fact>
        <Fact name={<Trans id="student.school" message="School" />}>{school.name}</Fact>
        <Fact name={<Trans id="student.number" message="Student number" />}>{student.studentNumber}</Fact>
        <Fact name={<Trans id="students.caseManager" message="Case manager" />}>
          {caseManager?.name ?? <Trans id="student.noCaseManager" message="Nobody yet" />}
        </Fact>
        {student.preferredName !== null && (
          <Fact name={<Trans id="student.legalName" message="Name on record" />}>
            {student.firstName} {student.lastName}
          </Fact>
        )}
        <Fact name={<Trans id="student.senStatus" message="Status" />}>
          {senStatusName(student.senStatus)}
        </Fact>
        <Fact name={<Trans id="student.needs" message="Need categories" />} isWide>
          {student.needs.length === 0 ? (
            <Trans id="student.noNeeds" message="None recorded yet" />
          ) : (
            <ul className="flex flex-wrap gap-1.5">
              {student.needs.map((need) => (
                <li key={need.code}>
                  <Badge tone={need.rank === 1 ? "accent" : "neutral"}>
                    {needName(need.code)}
                    {need.rank === 1 && (
                      <span className="font-normal">
                        {" "}
                        <Trans id="student.primary" message="(primary)" />
                      </span>
                    )}
                  </Badge>
                </li>
              ))}
            </ul>
          )}
        </Fact>
      </dl>
    </Card>
  );
}

function Fact({ name, children, isWide }: { name: ReactNode; children: ReactNode; isWide?: boolean }) {
  return (
    <div className={isWide ? "sm:col-span-2" : undefined}>
      <dt className="text-14 text-ink-3">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
