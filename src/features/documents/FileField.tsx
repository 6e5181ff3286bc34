import { Trans, useLingui } from "@lingui/react";
import { Camera, CircleAlert, FileUp } from "lucide-react";
import { useId, useState } from "react";
import { DropZone, FileTrigger, isFileDropItem } from "react-aria-components";
import { acceptedEndings, LARGEST_FILE_MB } from "#convex/documents/rules/fileTypes.ts";
import { Button } from "#src/ui/Button.tsx";
import { classNames } from "#src/ui/classNames.ts";
import { fieldStyle } from "#src/ui/fieldStyle.ts";
import { useFieldError } from "#src/ui/formErrors.ts";

/** One file: picked, dropped or photographed; while it travels, how far it has come. */
export function FileField({
  name,
  label,
  chosen,
  share,
  onChoose,
}: {
  name: string;
  label: string;
  /** Name and size of the file that is chosen. */
  chosen: string | null;
  /** How much of it has been sent, 0 to 1; null while nothing travels. */
  share: number | null;
  onChoose: (file: File) => void;
}) {
  const { i18n } = useLingui();
  const error = useFieldError(name);
  const id = useId();
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.item(0);
    if (file) onChoose(file);
  };
  return (
    <div className={fieldStyle.field}>
      <span id={id} className={fieldStyle.label}>
        {label}
      </span>
      <p className={fieldStyle.hint}>
        <Trans
          id="documents.fileHint"
          message="PDF, pictures, office documents, sound or film, up to {most} MB."
          values={{ most: LARGEST_FILE_MB }}
        />
      </p>
      {error !== undefined && (
        <p className={fieldStyle.error}>
          <CircleAlert aria-hidden size={16} className="mt-0.5 shrink-0" />
          {error}
        </p>
      )}
      <DropZone
        aria-labelledby={id}
        getDropOperation={() => "copy"}
        onDropEnter={() => setOver(true)}
        onDropExit={() => setOver(false)}
        onDrop={(event) => {
          const item = event.items.find(isFileDropItem);
          if (item) void item.getFile().then(onChoose);
        }}
        className={classNames(
          "flex flex-col items-center gap-3 rounded border border-dashed p-4 text-center",
          isOver ? "border-accent bg-hover" : "border-edge",
        )}
      >
        {chosen !== null && (
          <p dir="auto" className="font-semibold break-all">
            {chosen}
          </p>
        )}
        {share === null ? (
          <div className="flex flex-wrap justify-center gap-2">
            <FileTrigger acceptedFileTypes={acceptedEndings.split(",")} onSelect={take}>
              <Button>
                <FileUp aria-hidden size={18} strokeWidth={1.75} />
                {chosen === null ? (
                  <Trans id="documents.choose" message="Choose a file" />
                ) : (
                  <Trans id="documents.chooseOther" message="Choose another" />
                )}
              </Button>
            </FileTrigger>
            <FileTrigger acceptedFileTypes={["image/*"]} defaultCamera="environment" onSelect={take}>
              <Button className="sm:hidden">
                <Camera aria-hidden size={18} strokeWidth={1.75} />
                <Trans id="documents.camera" message="Take a picture" />
              </Button>
            </FileTrigger>
          </div>
        ) : (
          <progress
            aria-label={i18n.t({ id: "documents.sending", message: "Sending the file" })}
            max={1}
            value={share}
            className="h-2 w-full accent-accent"
          />
        )}
      </DropZone>
    </div>
  );
}
