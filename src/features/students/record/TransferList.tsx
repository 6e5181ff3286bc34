import { useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import type { FunctionReturnType } from "convex/server";
import { api } from "#convex/_generated/api.js";
import { LONG_WAIT_DAYS } from "#convex/students/rules/transfer.ts";
import { format } from "#src/lib/format.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import type { StudentRecord } from "../studentRecord.ts";

type Transfer = FunctionReturnType<typeof api.students.transfers.list>[number];

/** Where the child came from and went to, and whether the papers came along. */
export function TransferList({ record }: { record: StudentRecord }) {
  const { i18n } = useLingui();
  const transfers = useQuery(api.students.transfers.list, { studentId: record.student.studentId });
  if (!transfers || transfers.length === 0) return null;
  return (
    <section aria-labelledby="transfers" className="mt-5 border-t border-hairline pt-4">
      <h3 id="transfers" className="mb-2 text-16">
        {i18n.t({ id: "transfer.title", message: "Transfers" })}
      </h3>
      <ul className="flex flex-col gap-4">
        {transfers.map((transfer) => (
          <li key={transfer.transferId}>
            <TransferLine record={record} transfer={transfer} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function TransferLine({ record, transfer }: { record: StudentRecord; transfer: Transfer }) {
  const { i18n } = useLingui();
  const note = useCommand(api.students.transfers.noteRecords, {
    done: i18n.t({ id: "transfer.noted", message: "Noted that the record came" }),
  });
  const { place, movedOn, daysWaiting, direction } = transfer;
  const values = { place, day: format.day(movedOn) };
  return (
    <>
      <p dir="auto">
        {direction === "in"
          ? i18n.t({ id: "transfer.inLine", message: "Came from {place} on {day}", values })
          : i18n.t({ id: "transfer.outLine", message: "Went to {place} after {day}", values })}
      </p>
      {transfer.comparableServices !== null && (
        <p dir="auto" className="text-14 text-ink-2">
          {i18n.t({
            id: "transfer.comparableLine",
            message: "Comparable services: {services}",
            values: { services: transfer.comparableServices },
          })}
          {transfer.consultedOn !== null &&
            ` (${i18n.t({
              id: "transfer.consultedLine",
              message: "agreed with the parents on {day}",
              values: { day: format.day(transfer.consultedOn) },
            })})`}
        </p>
      )}
      {daysWaiting !== null && (
        <p className="mt-1 flex flex-wrap items-center gap-2">
          <Badge tone={daysWaiting > LONG_WAIT_DAYS ? "attention" : "neutral"}>
            {i18n.t({
              id: "transfer.waiting",
              message:
                "{days, plural, =0 {Record requested today} one {Waiting for the record for # day} other {Waiting for the record for # days}}",
              values: { days: daysWaiting },
            })}
          </Badge>
          {record.abilities.includes("students.transfer") && (
            <Button
              data-screen-only
              size="small"
              isPending={note.isPending}
              onPress={() =>
                void note({
                  studentId: record.student.studentId,
                  transferId: transfer.transferId,
                  recordsReceivedOn: record.today,
                })
              }
            >
              {i18n.t({ id: "transfer.came", message: "It has come" })}
            </Button>
          )}
        </p>
      )}
      {transfer.recordsReceivedOn !== null && (
        <p className="text-14 text-ink-3">
          {i18n.t({
            id: "transfer.receivedLine",
            message: "Record received on {day}",
            values: { day: format.day(transfer.recordsReceivedOn) },
          })}
        </p>
      )}
      {transfer.recordsSentOn !== null && (
        <p dir="auto" className="text-14 text-ink-3">
          {i18n.t({
            id: "transfer.sentLine",
            message: "Sent on {day}: {what}",
            values: { day: format.day(transfer.recordsSentOn), what: transfer.recordsSent ?? "" },
          })}
        </p>
      )}
    </>
  );
}
