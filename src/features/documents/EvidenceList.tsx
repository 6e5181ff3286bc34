import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { Lock, Paperclip } from "lucide-react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { format } from "#src/lib/format.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";

/** The papers that a fact rests on, each to be opened where it is read. */
export function EvidenceList({
  studentId,
  documentIds,
}: {
  studentId: Id<"students">;
  documentIds: readonly Id<"documents">[];
}) {
  const { i18n } = useLingui();
  const papers = useQuery(
    api.documents.evidence.list,
    documentIds.length === 0 ? "skip" : { studentId, documentIds: [...documentIds] },
  );
  const open = useCommand(api.documents.opening.open);
  if (papers === undefined || papers.length === 0) return null;
  const download = async (documentId: Id<"documents">) => {
    const outcome = await open({ studentId, documentId });
    // The answer is an attachment, so the page stays where it is.
    if (outcome.isDone) window.location.assign(outcome.value.path);
  };
  return (
    <ul
      className="mt-1 flex flex-col"
      aria-label={i18n.t({ id: "documents.evidence", message: "Documents that show it" })}
    >
      {papers.map(({ documentId, shown }) => (
        <li key={documentId} className="flex flex-wrap items-center gap-x-2 text-14 text-ink-2">
          {shown === null ? (
            <>
              <Lock aria-hidden size={14} strokeWidth={1.75} className="shrink-0" />
              <Trans
                id="documents.evidenceClosed"
                message="A document that is not open to you; ask the case manager"
              />
            </>
          ) : (
            <>
              <Paperclip aria-hidden size={14} strokeWidth={1.75} className="shrink-0" />
              <span dir="auto">{shown.isTakenBack ? <s>{shown.title}</s> : shown.title}</span>
              <span className="text-ink-3">{format.day(shown.documentOn)}</span>
              {shown.mayOpen && (
                <Button
                  size="small"
                  kind="quiet"
                  isPending={open.isPending}
                  onPress={() => void download(documentId)}
                  aria-label={i18n.t({
                    id: "documents.openNamed",
                    message: "Download {title}",
                    values: { title: shown.title },
                  })}
                >
                  <Trans id="documents.open" message="Download" />
                </Button>
              )}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
