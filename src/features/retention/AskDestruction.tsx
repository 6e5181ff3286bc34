import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { FormDialog } from "#src/lib/FormDialog.tsx";
import { format } from "#src/lib/format.ts";
import { sentenceOf } from "#src/lib/problems.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { useKept, useWords } from "#src/lib/useWords.ts";
import { Button } from "#src/ui/Button.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { proposalStatusName } from "./retentionWords.ts";

/** Asking for the record to be destroyed: what that means, what may stay, and where a request stands. */
export function AskDestruction({ studentId }: { studentId: Id<"students"> }) {
  const requests = useQuery(api.retention.requests.list, { studentId });
  const withdraw = useCommand(api.retention.requests.withdraw);
  const [isAsking, setIsAsking] = useState(false);
  const open = requests?.find(({ status }) => ["proposed", "noticed", "confirmed", "held"].includes(status));
  return (
    <section aria-labelledby="destroy-title">
      <h2 id="destroy-title" className="text-23">
        <Trans id="destroy.title" message="Have the record destroyed" />
      </h2>
      <p className="mt-2 max-w-prose">
        <Trans
          id="destroy.lead"
          message="When the student has left and the school no longer needs the record, you can ask for it to be destroyed. Two people at the school decide. It cannot be brought back."
        />
      </p>
      <p className="mt-2 max-w-prose text-ink-2">
        <Trans
          id="destroy.stays"
          message="The school may keep the name, the dates, the school and the grade for ever. You may need the record later, for social security for example: make a copy first."
        />
      </p>
      {requests?.map((request) => (
        <p key={request.proposalId} className="mt-3" role="status">
          <Trans
            id="destroy.state"
            message="Asked on {day}: {state}."
            values={{ day: format.instant(request.askedAt), state: proposalStatusName(request.status) }}
          />
          {request.decisionReason !== null && (
            <span className="block text-ink-2">{request.decisionReason}</span>
          )}
        </p>
      ))}
      <div className="mt-4">
        {requests !== undefined && open === undefined && (
          <Button onPress={() => setIsAsking(true)}>
            <Trans id="destroy.ask" message="Ask for it to be destroyed" />
          </Button>
        )}
        {open?.isMine && (open.status === "proposed" || open.status === "noticed") && (
          <Button isPending={withdraw.isPending} onPress={() => void withdraw({ studentId })}>
            <Trans id="destroy.withdraw" message="Take the request back" />
          </Button>
        )}
      </div>
      {isAsking && <AskDialog studentId={studentId} onClose={() => setIsAsking(false)} />}
    </section>
  );
}

function AskDialog({ studentId, onClose }: { studentId: Id<"students">; onClose: () => void }) {
  const { i18n } = useLingui();
  const ask = useCommand(api.retention.requests.ask, {
    showsProblem: false,
    done: i18n.t({ id: "destroy.asked", message: "Your request is with the school." }),
  });
  const unsent = useWords(`destruction ${studentId}`);
  const [words, setWords] = useKept(unsent, "words", "");
  const form = useSubmit(
    () => (words.trim() === "" ? { words: sentenceOf({ code: "required" }) } : ask({ studentId, words })),
    onClose,
    unsent,
  );
  return (
    <FormDialog
      title={i18n.t({ id: "destroy.ask", message: "Ask for it to be destroyed" })}
      onClose={onClose}
      form={form}
      act={<Trans id="destroy.send" message="Send the request" />}
    >
      <TextField
        name="words"
        rows={3}
        label={<Trans id="destroy.words" message="Why, in your own words" />}
        value={words}
        onChange={setWords}
      />
    </FormDialog>
  );
}
