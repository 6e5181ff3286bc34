import { type ReactNode, useCallback } from "react";
import type { Id } from "#convex/_generated/dataModel.js";
import type { CaretAt } from "../carets/placeCaret.ts";
import { type PlanPresence, useCarets } from "../presence/usePlanPresence.ts";
import type { DraftSession } from "../sync/draftSession.ts";
import { useDraftSession, useIsFrozen } from "../sync/useDraftSession.ts";
import { DraftEditor } from "./DraftEditor.tsx";
import { LostWords } from "./LostWords.tsx";
import { StatusLine } from "./StatusLine.tsx";

interface OpenDraftProps {
  studentId: Id<"students">;
  sectionId: Id<"sections">;
  authorId: Id<"people">;
  label: string;
  placeholder: string;
  isEditable: boolean;
  presence: PlanPresence;
  /** Shown until the text is here. */
  waiting: ReactNode;
}

/** A section's text, opened: its session, its editor, whether it is safe, and words that got displaced. */
export function OpenDraft(props: OpenDraftProps) {
  const { studentId, sectionId, authorId, waiting } = props;
  const opening = useDraftSession(studentId, sectionId, authorId);
  if (opening.kind === "refused") throw opening.error;
  if (opening.kind === "opening") return waiting;
  return <Opened {...props} session={opening.session} />;
}

function Opened({
  session,
  sectionId,
  label,
  placeholder,
  isEditable,
  presence,
}: OpenDraftProps & { session: DraftSession }) {
  const isFrozen = useIsFrozen(session);
  const { tell } = presence;
  const carets = useCarets(presence, sectionId);
  const onCaret = useCallback((caret: CaretAt | null) => tell(sectionId, caret), [tell, sectionId]);
  return (
    <>
      <LostWords session={session} />
      <DraftEditor
        session={session}
        label={label}
        placeholder={placeholder}
        isEditable={isEditable && !isFrozen}
        carets={carets}
        onCaret={onCaret}
      />
      {isEditable && (
        <div className="mt-2">
          <StatusLine session={session} />
        </div>
      )}
    </>
  );
}
