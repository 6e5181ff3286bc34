import { useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { type ReactNode, useState } from "react";
import { api } from "#convex/_generated/api.js";
import { format } from "#src/lib/format.ts";
import { gradeName } from "#src/lib/grades.ts";
import { cameFrom } from "#src/lib/words.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Card } from "#src/ui/Card.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { Menu, MenuItem } from "#src/ui/Menu.tsx";
import type { StudentRecord } from "../studentRecord.ts";
import { ArchiveForm } from "./ArchiveForm.tsx";
import { ArrivalForm } from "./ArrivalForm.tsx";
import { DepartureForm } from "./DepartureForm.tsx";
import { MoveForm } from "./MoveForm.tsx";
import { ReadmitForm } from "./ReadmitForm.tsx";
import { entryReasonName, exitReasonName } from "./recordWords.ts";
import { TransferList } from "./TransferList.tsx";

type Act = "move" | "arrival" | "departure" | "archive" | "readmit";

/** Where the child is and has been at school, and what moves them. */
export function EnrolmentSection({ record }: { record: StudentRecord }) {
  const { i18n } = useLingui();
  const { studentId, enrolmentStatus } = record.student;
  const spells = useQuery(api.students.enrolments.list, { studentId });
  const [act, setAct] = useState<Act | null>(null);
  const isHere = enrolmentStatus === "active";
  const titles: Record<Act, string> = {
    move: i18n.t({ id: "enrolment.move", message: "Change school or grade" }),
    arrival: i18n.t({ id: "enrolment.arrival", message: "Came from another school" }),
    departure: i18n.t({ id: "enrolment.departure", message: "Goes to another school" }),
    archive: i18n.t({ id: "enrolment.archive", message: "Archive the record" }),
    readmit: i18n.t({ id: "enrolment.readmit", message: "Take the child back" }),
  };
  const may = {
    transfer: record.abilities.includes("students.transfer"),
    archive: record.abilities.includes("students.archive"),
  };
  const acts = [
    ...(may.transfer && isHere ? (["move", "arrival", "departure"] as const) : []),
    ...(may.archive && isHere ? (["archive"] as const) : []),
    ...(may.archive && !isHere ? (["readmit"] as const) : []),
  ];
  const close = () => setAct(null);
  const forms: Record<Act, ReactNode> = {
    move: <MoveForm record={record} onDone={close} />,
    arrival: <ArrivalForm record={record} onDone={close} />,
    departure: <DepartureForm record={record} onDone={close} />,
    archive: <ArchiveForm record={record} onDone={close} />,
    readmit: <ReadmitForm record={record} onDone={close} />,
  };
  const held = spells?.filter(({ isSuperseded }) => !isSuperseded) ?? [];
  return (
    <Card
      title={i18n.t({ id: "record.enrolment", message: "Enrollment" })}
      actions={
        acts.length > 0 && (
          <div data-screen-only>
            <Menu label={i18n.t({ id: "enrolment.acts", message: "Change the enrollment" })}>
              {acts.map((name) => (
                <MenuItem key={name} onAction={() => setAct(name)} isDangerous={name === "archive"}>
                  {titles[name]}
                </MenuItem>
              ))}
            </Menu>
          </div>
        )
      }
    >
      <ol className="flex flex-col gap-3">
        {held.map((spell, at) => (
          <li key={spell.enrolmentId} className="border-s-2 border-hairline ps-3">
            <p className="flex flex-wrap items-baseline gap-x-2">
              <strong dir="auto">{spell.schoolName}</strong>
              <span className="text-ink-2">{gradeName(spell.gradeLevel)}</span>
              {at === 0 && isHere && spell.endsOn === null && (
                <Badge tone="good">{i18n.t({ id: "enrolment.now", message: "Now" })}</Badge>
              )}
              {spell.from !== null && <Badge>{cameFrom(spell.from)}</Badge>}
            </p>
            <p className="text-14 text-ink-3">
              {spell.endsOn === null
                ? i18n.t({
                    id: "enrolment.since",
                    message: "Since {day}",
                    values: { day: format.day(spell.startsOn) },
                  })
                : i18n.t({
                    id: "enrolment.span",
                    message: "{from} to {to}",
                    values: { from: format.day(spell.startsOn), to: format.day(spell.endsOn) },
                  })}
              {reasonOf(spell) && ` · ${reasonOf(spell)}`}
            </p>
          </li>
        ))}
      </ol>
      <TransferList record={record} />
      <Dialog
        title={act === null ? "" : titles[act]}
        closeLabel={i18n.t({ id: "action.close", message: "Close" })}
        isOpen={act !== null}
        onClose={close}
      >
        {act !== null && forms[act]}
      </Dialog>
    </Card>
  );

  function reasonOf({ entryReason, exitReason }: (typeof held)[number]): string {
    if (exitReason !== null) return exitReasonName(exitReason);
    return entryReason === null ? "" : entryReasonName(entryReason);
  }
}
