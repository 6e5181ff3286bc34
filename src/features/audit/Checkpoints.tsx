import { Trans, useLingui } from "@lingui/react";
import { useConvex } from "convex/react";
import { useState } from "react";
import { FileTrigger } from "react-aria-components";
import { api } from "#convex/_generated/api.js";
import { useMyOrganization } from "#src/lib/me.ts";
import { readProblem, sentenceOf } from "#src/lib/problems.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import type { Tone } from "#src/ui/tone.ts";
import { readCheckpoint, saveCheckpoint } from "./checkpointFile.ts";
import type { Verdict } from "./useChainCheck.ts";

/** A checkpoint kept elsewhere shows what the trail alone cannot: that its end was cut off, or all of it replaced. */
export function Checkpoints({ check }: { check: () => Promise<Verdict> }) {
  const { i18n } = useLingui();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setIsOpen(true)}>
        <Trans id="checkpoint.title" message="Checkpoints" />
      </Button>
      <Dialog
        title={i18n.t({ id: "checkpoint.title", message: "Checkpoints" })}
        closeLabel={i18n.t({ id: "action.close", message: "Close" })}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
      >
        <Parts check={check} />
      </Dialog>
    </>
  );
}

type Finding = { tone: Tone; words: string };

function Parts({ check }: { check: () => Promise<Verdict> }) {
  const { i18n } = useLingui();
  const convex = useConvex();
  const { organizationId } = useMyOrganization();
  const [finding, setFinding] = useState<Finding | null>(null);
  const [isComparing, setIsComparing] = useState(false);
  const take = useCommand(api.audit.checkpoints.take);

  const compare = async (file: File): Promise<Finding> => {
    const checkpoint = readCheckpoint(await file.text());
    if (checkpoint === null) {
      return { tone: "danger", words: sentenceOf({ code: "checkpoint_unreadable" }) };
    }
    const args = { organizationId, checkpoint };
    try {
      const place = await convex.query(api.audit.checkpoints.compare, args);
      const values = { number: checkpoint.sequence };
      if (place === "cut") {
        return {
          tone: "danger",
          words: i18n.t({
            id: "checkpoint.cut",
            message: "The trail ends before entry {number} of the checkpoint: its end was cut off.",
            values,
          }),
        };
      }
      if (place === "swapped") {
        return {
          tone: "danger",
          words: i18n.t({
            id: "checkpoint.swapped",
            message: "Entry {number} is not the one in the checkpoint: the trail was replaced.",
            values,
          }),
        };
      }
      const { brokenAt } = await check();
      if (brokenAt !== null) {
        return {
          tone: "danger",
          words: i18n.t({
            id: "audit.broken",
            message: "Altered at entry {number}",
            values: { number: brokenAt },
          }),
        };
      }
      return {
        tone: "good",
        words: i18n.t({
          id: "checkpoint.holds",
          message: "Nothing up to entry {number} has been changed since the checkpoint was taken.",
          values,
        }),
      };
    } catch (error) {
      return { tone: "danger", words: sentenceOf(readProblem(error)) };
    }
  };
  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink-2">
        <Trans
          id="checkpoint.lead"
          message="A checkpoint is a small file with the number and the hash of the newest entry. Keep it where those who run this system cannot change it: on paper, with the board, with the auditor."
        />
      </p>
      <Button
        kind="primary"
        className="self-start"
        isPending={take.isPending}
        onPress={() =>
          void take({ organizationId }).then((outcome) => outcome.isDone && saveCheckpoint(outcome.value))
        }
      >
        <Trans id="checkpoint.take" message="Save a checkpoint" />
      </Button>
      <FileTrigger
        acceptedFileTypes={["application/json", ".json"]}
        onSelect={(files) => {
          const file = files?.[0];
          if (!file) return;
          setIsComparing(true);
          void compare(file)
            .then(setFinding)
            .finally(() => setIsComparing(false));
        }}
      >
        <Button className="self-start" isPending={isComparing}>
          <Trans id="checkpoint.compare" message="Compare with a checkpoint" />
        </Button>
      </FileTrigger>
      <div role="status">{finding !== null && <Banner tone={finding.tone}>{finding.words}</Banner>}</div>
    </div>
  );
}
