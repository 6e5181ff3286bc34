import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import type { FormWords } from "#src/lib/formWords.ts";
import { KeptNotice } from "#src/lib/KeptNotice.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { useOpenWithWords } from "./useOpenWithWords.ts";

/** A part of the record as it is read; it opens in place for whoever may write it, and saves by itself. */
export function RecordSection({
  title,
  mayEdit,
  summary,
  fields,
  badge,
  words,
}: {
  title: string;
  mayEdit: boolean;
  summary: ReactNode;
  fields: () => ReactNode;
  badge?: ReactNode;
  words?: FormWords;
}) {
  const { i18n } = useLingui();
  const [isOpen, setIsOpen] = useOpenWithWords(words);
  const isEditing = isOpen && mayEdit;
  return (
    <Card
      title={title}
      actions={
        <>
          {badge}
          {mayEdit && (
            <Button
              data-screen-only
              size="small"
              kind={isEditing ? "secondary" : "quiet"}
              aria-expanded={isEditing}
              onPress={() => setIsOpen(!isOpen)}
            >
              {isEditing
                ? i18n.t({ id: "action.done", message: "Done" })
                : i18n.t({ id: "action.edit", message: "Edit" })}
              <span className="sr-only">{title}</span>
            </Button>
          )}
        </>
      }
    >
      {isEditing ? (
        <>
          <p className="mb-3 text-14 text-ink-3">
            {i18n.t({ id: "record.savesItself", message: "Saves by itself, field by field." })}
          </p>
          <div className="flex flex-col gap-5">
            <KeptNotice words={words} />
            {fields()}
          </div>
        </>
      ) : (
        summary
      )}
    </Card>
  );
}
