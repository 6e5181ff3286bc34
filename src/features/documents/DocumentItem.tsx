import { Trans, useLingui } from "@lingui/react";
import { Download, EyeOff, Lock, Undo2, Users } from "lucide-react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { format } from "#src/lib/format.ts";
import { readRefusal } from "#src/lib/problems.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Menu, MenuItem } from "#src/ui/Menu.tsx";
import { type DocumentRow, documentKindName, sizeOf } from "./documentWords.ts";
import { RetractDocument } from "./RetractDocument.tsx";

/** One document: what it is, who sent it, who sees it, and the way to open it. */
export function DocumentItem({
  studentId,
  row,
  mayManage,
}: {
  studentId: Id<"students">;
  row: DocumentRow;
  mayManage: boolean;
}) {
  const { i18n } = useLingui();
  const [isRetracting, setRetracting] = useState(false);
  const { documentId, title, state, isConfidential, sharedWithFamily, retractionReason } = row;
  const isOpenable = state === "ready" && retractionReason === null;
  const open = useCommand(api.documents.opening.open);
  const edit = useCommand(api.documents.documents.edit, {
    done: (_, args) =>
      args.sharedWithFamily === undefined
        ? i18n.t({ id: "documents.changed", message: "Changed" })
        : args.sharedWithFamily
          ? i18n.t({ id: "documents.shared", message: "The family can open this document now" })
          : i18n.t({ id: "documents.unshared", message: "The family can no longer open this document" }),
  });
  const download = async () => {
    const outcome = await open({ studentId, documentId });
    // The answer is an attachment, so the page stays where it is.
    if (outcome.isDone) window.location.assign(outcome.value.path);
  };
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3">
      <div className="min-w-0 grow basis-64">
        <p dir="auto" className="match-parent font-semibold break-words">
          {retractionReason === null ? title : <s>{title}</s>}
        </p>
        <p className="text-14 text-ink-3">
          {[
            documentKindName(row.kind),
            format.day(row.documentOn),
            sizeOf(row.size),
            row.uploadedByName,
          ].join(" · ")}
        </p>
        <p className="mt-1 flex flex-wrap gap-2 empty:hidden">
          {state === "checking" && (
            <Badge tone="information">
              <Trans id="documents.checking" message="Being checked" />
            </Badge>
          )}
          {state === "refused" && <Badge tone="danger">{readRefusal(row.refusal)}</Badge>}
          {retractionReason !== null && (
            <Badge tone="attention">
              <Trans
                id="documents.takenBack"
                message="Taken back: {reason}"
                values={{ reason: retractionReason }}
              />
            </Badge>
          )}
          {row.contentsGoneAt !== null && (
            <Badge>
              <Trans
                id="documents.contentsGone"
                message="Contents removed {at}"
                values={{ at: format.instant(row.contentsGoneAt) }}
              />
            </Badge>
          )}
          {isConfidential && (
            <Badge icon={Lock}>
              <Trans id="documents.confidential" message="Confidential" />
            </Badge>
          )}
          {sharedWithFamily && (
            <Badge icon={Users}>
              <Trans id="documents.sharedBadge" message="Shared with the family" />
            </Badge>
          )}
        </p>
      </div>
      {isOpenable && (
        <Button
          size="small"
          isPending={open.isPending}
          onPress={() => void download()}
          aria-label={i18n.t({ id: "documents.openNamed", message: "Download {title}", values: { title } })}
        >
          <Download aria-hidden size={16} strokeWidth={1.75} />
          <Trans id="documents.open" message="Download" />
        </Button>
      )}
      {mayManage && isOpenable && (
        <Menu label={i18n.t({ id: "documents.acts", message: "Actions for {title}", values: { title } })}>
          <MenuItem
            icon={sharedWithFamily ? EyeOff : Users}
            onAction={() => void edit({ studentId, documentId, sharedWithFamily: !sharedWithFamily })}
          >
            {sharedWithFamily
              ? i18n.t({ id: "documents.unshare", message: "Stop sharing with the family" })
              : i18n.t({ id: "documents.share", message: "Share with the family" })}
          </MenuItem>
          <MenuItem
            icon={Lock}
            onAction={() => void edit({ studentId, documentId, isConfidential: !isConfidential })}
          >
            {isConfidential
              ? i18n.t({ id: "documents.openToTeam", message: "Open to the whole team" })
              : i18n.t({ id: "documents.makeConfidential", message: "Make confidential" })}
          </MenuItem>
          <MenuItem icon={Undo2} isDangerous onAction={() => setRetracting(true)}>
            {i18n.t({ id: "documents.retract", message: "Take back" })}
          </MenuItem>
        </Menu>
      )}
      {isRetracting && (
        <RetractDocument studentId={studentId} row={row} onClose={() => setRetracting(false)} />
      )}
    </li>
  );
}
