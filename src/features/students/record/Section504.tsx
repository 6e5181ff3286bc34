import { useLingui } from "@lingui/react";
import { useState } from "react";
import { useMyOrganization } from "#src/lib/me.ts";
import { Button } from "#src/ui/Button.tsx";
import { LiveText } from "#src/ui/live/LiveFields.tsx";
import { listFieldName } from "./recordWords.ts";
import type { SaveField } from "./useSavePart.ts";

/** What is agreed under Section 504 of the Rehabilitation Act; elsewhere there is no such thing. */
export function Section504({
  text,
  mayEdit,
  save,
}: {
  text: string;
  mayEdit: boolean;
  save: ReturnType<SaveField>;
}) {
  const { i18n } = useLingui();
  const { jurisdiction } = useMyOrganization();
  const [isOpen, setIsOpen] = useState(false);
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
        <LiveText
          label={i18n.t({ id: "record.section504Field", message: "What was agreed, when, and by whom" })}
          live={text}
          save={save}
          rows={3}
          width="full"
        />
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
