import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { addYears } from "#convex/dates.ts";
import { FormDialog } from "#src/lib/FormDialog.tsx";
import { format, today } from "#src/lib/format.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { sentenceOf } from "#src/lib/problems.ts";
import { type Outcome, useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { useKept, useWords } from "#src/lib/useWords.ts";
import { CheckboxField } from "#src/ui/CheckboxField.tsx";
import { DateField } from "#src/ui/DateField.tsx";
import { RadioField } from "#src/ui/RadioField.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import type { Proposal } from "./Proposals.tsx";

type Act = "keep" | "hold" | "release" | "notice" | "confirm";

/** The field of this box that stands for one of a command. */
const shownAs: Record<string, string> = {
  keepUntil: "day",
  noticeOn: "day",
  reason: "reason",
  method: "reason",
};

/** One decision about one proposal: keep, hold, tell the parents, or confirm the destruction. */
export function DecisionDialog({ proposal, onClose }: { proposal: Proposal; onClose: () => void }) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const isHeld = proposal.status === "held";
  const [act, setAct] = useState<Act>(isHeld ? "release" : "keep");
  const unsent = useWords(`decision ${proposal.proposalId}`);
  const [reason, setReason] = useKept(unsent, "reason", "");
  const [reviewOn, setReviewOn] = useState(addYears(today(), 1));
  const [toldOn, setToldOn] = useState(today());
  // Whoever confirms second confirms what the first has chosen.
  const chosenStay = proposal.status === "confirmed" ? proposal.keepsPermanentRecord : null;
  const [stays, setStays] = useState(chosenStay ?? true);
  // What is kept leaves the list: without a word it would look like nothing, or like the other thing.
  const keep = useCommand(api.retention.proposals.keep, {
    showsProblem: false,
    done: (_, { keepUntil }) =>
      i18n.t({
        id: "retention.isKept",
        message: "Kept, to be looked at again on {day}",
        values: { day: format.day(keepUntil) },
      }),
  });
  const hold = useCommand(api.retention.proposals.hold, { showsProblem: false });
  const release = useCommand(api.retention.proposals.release, { showsProblem: false });
  const giveNotice = useCommand(api.retention.proposals.giveNotice, { showsProblem: false });
  const confirm = useCommand(api.retention.proposals.confirm, {
    showsProblem: false,
    done: (answer) =>
      answer === "begun"
        ? i18n.t({ id: "retention.begun", message: "The destruction has begun. Its certificate is below." })
        : i18n.t({ id: "retention.waits", message: "Confirmed. A second administrator has to confirm too." }),
  });
  const about = { organizationId, proposalId: proposal.proposalId, seen: proposal.status };
  const send = (): Promise<Outcome<unknown>> => {
    switch (act) {
      case "keep":
        return keep({ ...about, reason, keepUntil: reviewOn });
      case "hold":
        return hold({ ...about, reason });
      case "release":
        return release(about);
      case "notice":
        return giveNotice({ ...about, method: reason, noticeOn: toldOn });
      case "confirm":
        return confirm({ ...about, keepsPermanentRecord: stays });
    }
  };
  const form = useSubmit(
    async () => {
      const needsWords = act === "keep" || act === "hold" || act === "notice";
      if (needsWords && reason.trim() === "") return { reason: sentenceOf({ code: "required" }) };
      const outcome = await send();
      if (outcome.isDone) return outcome;
      return { [shownAs[outcome.problem.field ?? ""] ?? "act"]: outcome.sentence };
    },
    onClose,
    unsent,
  );
  const acts: { id: Act; label: string; hint?: string }[] = isHeld
    ? [{ id: "release", label: i18n.t({ id: "retention.release", message: "Lift the hold" }) }]
    : [
        { id: "keep", label: i18n.t({ id: "retention.keep", message: "Keep it" }) },
        { id: "hold", label: i18n.t({ id: "retention.hold", message: "Hold it for a legal matter" }) },
        {
          id: "notice",
          label: i18n.t({ id: "retention.notice", message: "Record that the parents were told" }),
          hint: i18n.t({
            id: "retention.noticeHint",
            message:
              "That the record is no longer needed, and that they may have a copy. Thirty days later it may be destroyed.",
          }),
        },
        {
          id: "confirm",
          label: i18n.t({ id: "retention.confirm", message: "Confirm that it is destroyed" }),
          hint: proposal.isConfirmedByMe
            ? i18n.t({ id: "retention.yours", message: "You have confirmed. Now somebody else must." })
            : proposal.status === "confirmed"
              ? i18n.t({
                  id: "retention.second",
                  message: "{name} has confirmed. When you do too, it begins at once and cannot be undone.",
                  values: { name: proposal.confirmedByName ?? "" },
                })
              : i18n.t({
                  id: "retention.twice",
                  message: "Two administrators confirm. It cannot be undone.",
                }),
        },
      ];
  return (
    <FormDialog
      title={proposal.studentName}
      onClose={onClose}
      form={form}
      act={<Trans id="retention.decideNow" message="Decide" />}
      kind={act === "confirm" ? "danger" : "primary"}
    >
      <RadioField
        name="act"
        label={<Trans id="retention.what" message="What is to happen" />}
        options={acts}
        value={act}
        onChange={setAct}
      />
      {(act === "keep" || act === "hold") && (
        <TextField
          name="reason"
          rows={2}
          label={<Trans id="retention.reason" message="Why" />}
          value={reason}
          onChange={setReason}
        />
      )}
      {act === "notice" && (
        <TextField
          name="reason"
          label={<Trans id="retention.method" message="How they were told" />}
          value={reason}
          onChange={setReason}
        />
      )}
      {(act === "keep" || act === "notice") && (
        <DateField
          key={act}
          name="day"
          label={
            act === "keep" ? (
              <Trans id="retention.until" message="Look at it again on" />
            ) : (
              <Trans id="retention.toldOn" message="Told on" />
            )
          }
          value={act === "keep" ? reviewOn : toldOn}
          onChange={act === "keep" ? setReviewOn : setToldOn}
        />
      )}
      {act === "confirm" && proposal.recordKind === "record" && chosenStay !== null && (
        <p>
          {chosenStay ? (
            <Trans id="retention.stays" message="Name, number, dates, school and grade stay." />
          ) : (
            <Trans id="retention.staysNot" message="Name, number, dates, school and grade do not stay." />
          )}
        </p>
      )}
      {act === "confirm" && proposal.recordKind === "record" && chosenStay === null && (
        <CheckboxField
          isSelected={stays}
          onChange={setStays}
          label={<Trans id="retention.permanent" message="Keep name, number, dates, school and grade" />}
          hint={<Trans id="retention.permanentHint" message="Allowed without limit: 34 CFR 300.624(b)." />}
        />
      )}
    </FormDialog>
  );
}
