import { useLingui } from "@lingui/react";
import { CircleAlert } from "lucide-react";
import { Banner } from "#src/ui/Banner.tsx";
import { Button } from "#src/ui/Button.tsx";
import type { FieldEdit } from "./useFieldEdit.ts";

/** What went wrong with a field that saves itself, below it: both values and a choice, or the problem. */
export function FieldConflict<T>({
  label,
  edit,
  show,
}: {
  /** For a field whose words are kept. */
  label?: string;
  edit: FieldEdit<T>;
  show: (value: T) => string;
}) {
  const { i18n } = useLingui();
  if (edit.isConflict) {
    return (
      <div className="mt-2">
        <Banner
          tone="attention"
          announce
          title={i18n.t({ id: "field.conflict", message: "Somebody else changed this at the same time" })}
        >
          <p dir="auto">
            {i18n.t({ id: "field.theirs", message: "Theirs: {value}", values: { value: show(edit.theirs) } })}
          </p>
          <p dir="auto">
            {i18n.t({ id: "field.mine", message: "Yours: {value}", values: { value: show(edit.value) } })}
          </p>
          <div className="mt-2 flex flex-wrap gap-2">
            <Button size="small" onPress={() => edit.keepMine()}>
              {i18n.t({ id: "field.keepMine", message: "Keep mine" })}
            </Button>
            <Button size="small" onPress={() => edit.takeTheirs()}>
              {i18n.t({ id: "field.takeTheirs", message: "Take theirs" })}
            </Button>
          </div>
        </Banner>
      </div>
    );
  }
  if (edit.isFound) {
    return (
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-2 text-14 text-ink-2">
        {i18n.t({ id: "field.notSaved", message: "Not saved yet." })}
        <Button size="small" onPress={() => edit.keepMine()}>
          {i18n.t({ id: "action.save", message: "Save" })}
          <span className="sr-only">{label}</span>
        </Button>
      </div>
    );
  }
  if (edit.error === null) return null;
  return (
    <p role="alert" className="flex items-start gap-1.5 text-14 font-semibold text-danger">
      <CircleAlert aria-hidden size={16} className="mt-0.5 shrink-0" />
      {edit.error}
    </p>
  );
}
