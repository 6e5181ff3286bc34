import { useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import type { FunctionReturnType } from "convex/server";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { format } from "#src/lib/format.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { paths } from "#src/lib/paths.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { ConfirmDialog } from "#src/ui/ConfirmDialog.tsx";
import { Link } from "#src/ui/Link.tsx";

type Merge = FunctionReturnType<typeof api.students.merges.list>[number];

/** What has been joined: how far it has come, and until when it can be taken apart. */
export function MergeList() {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const merges = useQuery(api.students.merges.list, { organizationId });
  if (!merges || merges.length === 0) return null;
  return (
    <Card title={i18n.t({ id: "merges.title", message: "Joined records" })}>
      <ul className="divide-y divide-hairline">
        {merges.map((merge) => (
          <li key={merge.mergeId} className="py-3 first:pt-0 last:pb-0">
            <MergeLine merge={merge} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function MergeLine({ merge }: { merge: Merge }) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const [isAsking, setIsAsking] = useState(false);
  const { mergeId, keptId, keptName, otherNumber, state, rowsMoved, startedAt, undoUntil, canUndo } = merge;
  const undo = useCommand(api.students.merges.undo);
  const states = {
    moving: i18n.t({
      id: "merges.moving",
      message: "Moving, {rowsMoved} entries so far",
      values: { rowsMoved },
    }),
    done: i18n.t({
      id: "merges.done",
      message: "{rowsMoved, plural, one {# entry moved} other {# entries moved}}",
      values: { rowsMoved },
    }),
    undoing: i18n.t({ id: "merges.undoing", message: "Moving back" }),
    undone: i18n.t({ id: "merges.undone", message: "Separated again" }),
  };
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <div>
        <p className="flex flex-wrap items-baseline gap-x-2">
          <Link href={paths.student(keptId)}>{keptName}</Link>
          <span className="text-ink-2">
            {i18n.t({ id: "merges.took", message: "took in {otherNumber}", values: { otherNumber } })}
          </span>
          <span role="status">
            <Badge tone={state === "done" ? "good" : "neutral"}>{states[state]}</Badge>
          </span>
        </p>
        <p className="text-14 text-ink-3">
          {format.instant(startedAt)}
          {canUndo &&
            ` · ${i18n.t({
              id: "merges.until",
              message: "can be taken apart until {day}",
              values: { day: format.instant(undoUntil) },
            })}`}
        </p>
      </div>
      {canUndo && (
        <Button size="small" isPending={undo.isPending} onPress={() => setIsAsking(true)}>
          {i18n.t({ id: "merges.undo", message: "Take apart" })}
          <span className="sr-only">{keptName}</span>
        </Button>
      )}
      <ConfirmDialog
        title={i18n.t({ id: "merges.undoTitle", message: "Make two records of this again?" })}
        confirmLabel={i18n.t({ id: "merges.undo", message: "Take apart" })}
        cancelLabel={i18n.t({ id: "action.cancel", message: "Cancel" })}
        isOpen={isAsking}
        onConfirm={() => void undo({ organizationId, mergeId })}
        onClose={() => setIsAsking(false)}
      >
        {i18n.t({
          id: "merges.undoAdvice",
          message:
            "What was moved goes back. What has been written since stays with the record that was kept.",
        })}
      </ConfirmDialog>
    </div>
  );
}
