import { useLingui } from "@lingui/react";
import { useNavigate } from "@tanstack/react-router";
import { useQuery } from "convex/react";
import { ArrowLeftRight } from "lucide-react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { UNDO_DAYS } from "#convex/students/rules/merge.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { paths } from "#src/lib/paths.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { Button } from "#src/ui/Button.tsx";
import { ConfirmDialog } from "#src/ui/ConfirmDialog.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { ChoiceRow } from "./ChoiceRow.tsx";
import { type Choice, choicesBetween, obstacleSentence } from "./choices.ts";
import { JoinedSchools } from "./JoinedSchools.tsx";

/** Field by field, which of the two is right; then one record, or two after all. */
export function Comparison({
  keptId,
  otherId,
  taken,
  onTake,
  onSwap,
}: {
  keptId: Id<"students">;
  otherId: Id<"students">;
  /** Whose value was chosen, by the name of the field: it stays chosen when the sides are swapped. */
  taken: ReadonlyMap<string, Id<"students">>;
  onTake: (name: string, from: Id<"students">) => void;
  onSwap: () => void;
}) {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const { organizationId } = useMyOrganization();
  const found = useQuery(api.students.duplicates.compare, { organizationId, keptId, otherId });
  // Asked for beforehand, so that swapping takes nothing off the page.
  useQuery(api.students.duplicates.compare, { organizationId, keptId: otherId, otherId: keptId });
  const [isAsking, setIsAsking] = useState(false);
  const merge = useCommand(api.students.merges.start, {
    done: i18n.t({ id: "compare.started", message: "The records are being joined" }),
  });
  if (!found) {
    return (
      <SkeletonRows label={i18n.t({ id: "compare.loading", message: "Opening both records" })} rows={6} />
    );
  }
  const { kept, other, obstacles } = found;
  const rows = choicesBetween(i18n, kept, other);
  const choiceOf = (name: string): Choice => {
    const from = taken.get(name);
    if (from !== undefined) return from === keptId ? "kept" : "other";
    return rows.find((row) => row.name === name)?.isBlankInKept ? "other" : "kept";
  };
  const join = async () => {
    const take = rows.filter(({ name }) => choiceOf(name) === "other").map(({ name }) => name);
    const outcome = await merge({ organizationId, keptId, otherId, take });
    if (outcome.isDone) await navigate({ to: paths.duplicates });
  };
  return (
    <>
      {obstacles.length > 0 && (
        <div className="mb-6">
          <Banner
            tone="attention"
            title={i18n.t({ id: "compare.blocked", message: "These cannot be joined yet" })}
          >
            <ul className="list-disc ps-5">
              {obstacles.map((obstacle) => (
                <li key={obstacle}>{obstacleSentence(i18n, obstacle)}</li>
              ))}
            </ul>
          </Banner>
        </div>
      )}
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-[60ch] text-ink-2">
          {i18n.t({
            id: "compare.advice",
            message:
              "{number} is kept, and everything of the other one moves there. Only what differs is listed: choose what is right.",
            values: { number: kept.student.studentNumber },
          })}
        </p>
        <Button size="small" onPress={onSwap}>
          <ArrowLeftRight aria-hidden size={16} strokeWidth={1.75} />
          {i18n.t({
            id: "compare.swap",
            message: "Keep {number} instead",
            values: { number: other.student.studentNumber },
          })}
        </Button>
      </div>
      {rows.length === 0 && (
        <p className="rounded border border-hairline bg-raised p-5 text-ink-2">
          {i18n.t({ id: "compare.same", message: "Both say the same." })}
        </p>
      )}
      <div className="flex flex-col gap-3">
        {rows.map((row) => (
          <ChoiceRow
            key={row.name}
            row={row}
            numbers={[kept.student.studentNumber, other.student.studentNumber]}
            value={choiceOf(row.name)}
            onChange={(choice) => onTake(row.name, choice === "kept" ? keptId : otherId)}
          />
        ))}
      </div>
      <div className="mt-6">
        <JoinedSchools compared={found} />
      </div>
      <div className="mt-6">
        <Button
          kind="primary"
          isDisabled={obstacles.length > 0}
          isPending={merge.isPending}
          onPress={() => setIsAsking(true)}
        >
          {i18n.t({ id: "compare.join", message: "Join the two records" })}
        </Button>
      </div>
      <ConfirmDialog
        title={i18n.t({ id: "compare.joinTitle", message: "Make one record of these two?" })}
        confirmLabel={i18n.t({ id: "compare.join", message: "Join the two records" })}
        cancelLabel={i18n.t({ id: "action.cancel", message: "Cancel" })}
        isOpen={isAsking}
        onConfirm={() => void join()}
        onClose={() => setIsAsking(false)}
      >
        {i18n.t({
          id: "compare.joinAdvice",
          message:
            "Plans, measurements, team, family and history of {other} move to {kept}, and its address leads there. For {days} days this can be taken apart again; after that it cannot, because too much will have been written about the one child. What is written meanwhile stays with {kept} in any case.",
          values: { other: other.student.studentNumber, kept: kept.student.studentNumber, days: UNDO_DAYS },
        })}
      </ConfirmDialog>
    </>
  );
}
