import { Trans, useLingui } from "@lingui/react";
import { FileUp } from "lucide-react";
import { DropZone, type DropZoneProps, FileTrigger } from "react-aria-components";
import { Button } from "#src/ui/Button.tsx";

type Dropped = Parameters<NonNullable<DropZoneProps["onDrop"]>>[0];

/** Where files are dropped or chosen. Several at once: a OneRoster export is a dozen files, or one zip of them. */
export function ChooseFiles({
  isReading,
  onChoose,
}: {
  isReading: boolean;
  onChoose: (files: File[]) => void;
}) {
  const { i18n } = useLingui();
  const drop = async ({ items }: Dropped) => {
    const files = await Promise.all(items.flatMap((item) => (item.kind === "file" ? [item.getFile()] : [])));
    if (files.length > 0) onChoose(files);
  };
  return (
    <DropZone
      aria-label={i18n.t({ id: "roster.drop", message: "Drop roster files here" })}
      onDrop={(event) => void drop(event)}
      className="flex flex-col items-center gap-3 rounded border-2 border-dashed border-edge px-4 py-8 text-center data-[drop-target]:border-accent data-[drop-target]:bg-accent-wash"
    >
      <FileUp aria-hidden size={28} strokeWidth={1.5} className="text-ink-3" />
      <p className="max-w-prose text-ink-2">
        <Trans
          id="roster.chooseAdvice"
          message="A OneRoster 1.1 or 1.2 export, as a zip or its CSV files, or our own templates filled in. Nothing changes before you have seen what would."
        />
      </p>
      <FileTrigger
        allowsMultiple
        acceptedFileTypes={[".csv", ".zip", "text/csv", "application/zip"]}
        onSelect={(list) => list && onChoose([...list])}
      >
        <Button kind="primary" isPending={isReading}>
          {isReading ? (
            <Trans id="roster.readingFiles" message="Reading the files" />
          ) : (
            <Trans id="roster.choose" message="Choose files" />
          )}
        </Button>
      </FileTrigger>
    </DropZone>
  );
}
