import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import type { DocumentKind } from "#convex/documents/rules/fileTypes.ts";
import { FormDialog } from "#src/lib/FormDialog.tsx";
import { today } from "#src/lib/format.ts";
import { sentenceOf } from "#src/lib/problems.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { CheckboxField } from "#src/ui/CheckboxField.tsx";
import { DateField } from "#src/ui/DateField.tsx";
import type { FormErrors } from "#src/ui/formErrors.ts";
import { SelectField } from "#src/ui/SelectField.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { allDocumentKinds, documentKindName, sizeOf, suggestedTitle } from "./documentWords.ts";
import { FileField } from "./FileField.tsx";
import { sendFile } from "./sendFile.ts";

/** Sends a file about the child: chosen, dropped, or taken with the camera of a phone. */
export function AddDocument({
  studentId,
  audience,
  onClose,
}: {
  studentId: Id<"students">;
  audience: "team" | "family";
  onClose: () => void;
}) {
  const { i18n } = useLingui();
  const [file, setFile] = useState<File | null>(null);
  const [title, setTitle] = useState("");
  const [kind, setKind] = useState<DocumentKind | null>(null);
  const [documentOn, setDocumentOn] = useState(today());
  const [isConfidential, setConfidential] = useState(false);
  const [sharedWithFamily, setShared] = useState(false);
  const [share, setShare] = useState<number | null>(null);
  const begin = useCommand(api.documents.uploads.begin, { showsProblem: false });
  const add = useCommand(api.documents.documents.add, {
    showsProblem: false,
    done: i18n.t({ id: "documents.sent", message: "Sent. It is being checked and shows in a moment." }),
  });
  const choose = (chosen: File) => {
    setFile(chosen);
    if (title === "" || (file && title === suggestedTitle(file.name))) setTitle(suggestedTitle(chosen.name));
  };
  const form = useSubmit(async () => {
    const missing: FormErrors = {
      ...(file === null && { file: i18n.t({ id: "documents.chooseFile", message: "Choose a file." }) }),
      ...(kind === null && { kind: i18n.t({ id: "form.chooseOne", message: "Choose one from the list." }) }),
    };
    if (file === null || kind === null) return missing;
    const began = await begin({ studentId, fileName: file.name, size: file.size });
    if (!began.isDone) return began;
    setShare(0);
    try {
      const upload = await sendFile(began.value.url, file, setShare);
      const marks = audience === "team" ? { isConfidential, sharedWithFamily } : {};
      return await add({ studentId, upload, fileName: file.name, title, kind, documentOn, ...marks });
    } catch {
      return { file: sentenceOf({ code: "file_missing" }) };
    } finally {
      setShare(null);
    }
  }, onClose);
  return (
    <FormDialog
      title={i18n.t({ id: "documents.add", message: "Add a document" })}
      onClose={onClose}
      form={form}
      act={<Trans id="documents.send" message="Send" />}
    >
      <FileField
        name="file"
        label={i18n.t({ id: "documents.file", message: "File" })}
        chosen={file && `${file.name} · ${sizeOf(file.size)}`}
        share={share}
        onChoose={choose}
      />
      <TextField
        name="title"
        width="full"
        label={<Trans id="documents.title" message="Title" />}
        value={title}
        onChange={setTitle}
      />
      <SelectField<DocumentKind>
        name="kind"
        width="full"
        label={<Trans id="documents.kind" message="What it is" />}
        placeholder={i18n.t({ id: "form.choose", message: "Choose" })}
        options={allDocumentKinds.map((id) => ({ id, label: documentKindName(id) }))}
        value={kind}
        onChange={setKind}
      />
      <DateField
        name="documentOn"
        label={<Trans id="documents.day" message="Day of the document" />}
        max={today()}
        value={documentOn}
        onChange={setDocumentOn}
      />
      {audience === "team" ? (
        <div className="flex flex-col">
          <CheckboxField
            isSelected={sharedWithFamily}
            onChange={setShared}
            label={<Trans id="documents.share" message="Share with the family" />}
          />
          <CheckboxField
            isSelected={isConfidential}
            onChange={setConfidential}
            label={<Trans id="documents.confidential" message="Confidential" />}
            hint={
              <Trans
                id="documents.confidentialHint"
                message="On the team, only the case manager and administrators open it."
              />
            }
          />
        </div>
      ) : (
        <p className="text-16 text-ink-2">
          <Trans id="documents.familyHint" message="The team and your family can open it." />
        </p>
      )}
    </FormDialog>
  );
}
