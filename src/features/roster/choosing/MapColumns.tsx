import { Trans, useLingui } from "@lingui/react";
import { columnsOf, type TemplateName } from "#convex/roster/rules/templates.ts";
import { SelectField } from "#src/ui/SelectField.tsx";
import type { RecognizedFile } from "../reading/recognize.ts";
import { fieldWord } from "../words/rosterWords.ts";

const NONE = " ";

/** Which column of a file is which field; guessed, or as it was the last time. Fields are named, with an example. */
export function MapColumns({
  file,
  columns,
  onChange,
}: {
  file: RecognizedFile;
  columns: Record<string, string>;
  onChange: (field: string, header: string) => void;
}) {
  const { i18n } = useLingui();
  const example = (header: string) => file.example[file.headers.indexOf(header)] ?? "";
  const options = [
    { id: NONE, label: i18n.t({ id: "roster.map.none", message: "In no column" }) },
    ...file.headers
      .filter((header) => header !== "")
      .map((header) => ({ id: header, label: header, hint: example(header) })),
  ];
  return (
    <fieldset className="rounded border border-hairline p-4">
      <legend className="px-1 font-bold">
        <Trans id="roster.map.title" message="Columns of {file}" values={{ file: file.name }} />
      </legend>
      <div className="grid gap-4 sm:grid-cols-2">
        {columnsOf(file.template as TemplateName).map(({ field, isRequired }) => (
          <SelectField
            key={field}
            name={`${file.name}.${field}`}
            label={fieldWord(field)}
            optional={isRequired ? undefined : <Trans id="form.optional" message="(optional)" />}
            options={options}
            value={columns[field] || NONE}
            onChange={(header) => onChange(field, header === NONE ? "" : header)}
            width="full"
          />
        ))}
      </div>
    </fieldset>
  );
}
