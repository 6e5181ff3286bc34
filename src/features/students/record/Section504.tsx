import { useLingui } from "@lingui/react";
import { KeptNotice } from "#src/lib/KeptNotice.tsx";
import { useMyOrganization } from "#src/lib/me.ts";
import { useWords } from "#src/lib/useWords.ts";
import { Button } from "#src/ui/Button.tsx";
import { LiveText } from "#src/ui/live/LiveFields.tsx";
import { listFieldName } from "./recordWords.ts";
import { useOpenWithWords } from "./useOpenWithWords.ts";
import type { SaveField } from "./useSavePart.ts";

/** What is agreed under Section 504 of the Rehabilitation Act; elsewhere there is no such thing. */
export function Section504({
  studentId,
  text,
  mayEdit,
  save,
}: {
  studentId: string;
  text: string;
  mayEdit: boolean;
  save: ReturnType<SaveField>;
}) {
  const { i18n } = useLingui();
  const words = useWords(`record ${studentId} section504`);
  const { jurisdiction } = useMyOrganization();
  const [isOpen, setIsOpen] = useOpenWithWords(words);
  const name = listFieldName("section504");
  if (jurisdiction !== "us-federal") return null;
  return (
    <div className="mt-4 border-t border-hairline pt-3">
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="text-16">{name}</h3>
        {mayEdit && (
          <Button
            data-screen-only
            size="small"
            kind="quiet"
            aria-expanded={isOpen}
            onPress={() => setIsOpen(!isOpen)}
          >
            {isOpen
              ? i18n.t({ id: "action.done", message: "Done" })
              : i18n.t({ id: "action.edit", message: "Edit" })}
            <span className="sr-only">{name}</span>
          </Button>
        )}
      </div>
      {isOpen && mayEdit ? (
        <div className="mt-3 flex flex-col gap-5">
          <KeptNotice words={words} />
          <LiveText
            label={i18n.t({ id: "record.section504Field", message: "What was agreed, when, and by whom" })}
            live={text}
            save={save}
            kept={{ words, name: "section504" }}
            rows={3}
            width="full"
          />
        </div>
      ) : (
        <p dir="auto" className="max-w-[70ch] whitespace-pre-line">
          {text || (
            <span className="text-ink-3">
              {i18n.t({ id: "record.nothingYet", message: "Nothing recorded yet." })}
            </span>
          )}
        </p>
      )}
    </div>
  );
}
