import { Trans, useLingui } from "@lingui/react";
import { useConvex, useQuery } from "convex/react";
import type { FunctionReturnType } from "convex/server";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { columnsOf } from "#convex/roster/rules/templates.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { Button } from "#src/ui/Button.tsx";
import { Form } from "#src/ui/Form.tsx";
import { RadioField } from "#src/ui/RadioField.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import type { Opened } from "../reading/rosterReader.ts";
import { fieldWord } from "../words/rosterWords.ts";
import { MapColumns } from "./MapColumns.tsx";
import type { Said } from "./useUpload.ts";

const { list } = api.roster.mappings;
type Remembered = FunctionReturnType<typeof list>;

/** What was found in the files, for a person to say: whose they are, whether they name everybody, which column is what. */
export function ConfirmFiles({
  opened,
  onConfirm,
  onStartOver,
}: {
  opened: Opened;
  onConfirm: (said: Said) => void;
  onStartOver: () => void;
}) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const isStandard = opened.format === "oneRoster";
  const [source, setSource] = useState(opened.source || (isStandard ? "oneroster" : "school list"));
  const [mode, setMode] = useState(opened.mode);
  const [chosen, setChosen] = useState<Said["columns"]>({});
  const convex = useConvex();
  const remembered = useQuery(list, { organizationId, source });
  const mapped = opened.files.filter(({ template }) => template !== null);
  const columnsFor = (name: string, mappings: Remembered = []): Record<string, string> => {
    const file = opened.files.find((one) => one.name === name);
    const known = mappings.find((mapping) => mapping.file === file?.template)?.columns ?? {};
    const fitting = Object.entries(known).filter(([, header]) => file?.headers.includes(header));
    return { ...file?.columns, ...Object.fromEntries(fitting), ...chosen[name] };
  };

  const form = useSubmit(async () => {
    const found: Record<string, string> = {};
    if (source.trim() === "") found.source = i18n.t({ id: "problem.required", message: "Fill this in." });
    // Whoever is quicker than the line waits for it: what was remembered outweighs what is guessed.
    const mappings = await convex.query(list, { organizationId, source });
    for (const { name, template } of mapped) {
      if (template === null) continue;
      const columns = columnsFor(name, mappings);
      for (const { field, isRequired } of columnsOf(template)) {
        if (!isRequired || columns[field]) continue;
        found[`${name}.${field}`] = i18n.t({
          id: "roster.map.missing",
          message: "Choose the column of {file} that holds: {field}",
          values: { file: name, field: fieldWord(field) },
        });
      }
    }
    if (Object.keys(found).length > 0) return found;
    onConfirm({
      source,
      mode,
      columns: Object.fromEntries(mapped.map(({ name }) => [name, columnsFor(name, mappings)])),
    });
    return {};
  });

  return (
    <Form
      summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
      errors={form.errors}
      onSubmit={form.submit}
    >
      <ul className="divide-y divide-hairline rounded border border-hairline">
        {opened.files.map((file) => (
          <li key={file.name} className="flex flex-wrap items-baseline justify-between gap-x-4 px-3 py-2">
            <span dir="ltr" className="font-semibold break-all">
              {file.name}
            </span>
            <span className="text-14 text-ink-3">
              {file.isIgnored ? (
                <Trans id="roster.ignored" message="Not part of a roster, left alone" />
              ) : (
                <Trans
                  id="roster.found"
                  message="{count, plural, one {# row} other {# rows}}, {encoding}"
                  values={{ count: file.records, encoding: file.encoding }}
                />
              )}
            </span>
          </li>
        ))}
      </ul>
      <TextField
        name="source"
        width="medium"
        label={<Trans id="roster.source" message="Where do these files come from?" />}
        hint={
          <Trans
            id="roster.sourceHint"
            message="The name of the system, always the same one: its ids and columns are remembered under it."
          />
        }
        value={source}
        onChange={setSource}
        autoComplete="off"
      />
      <RadioField
        label={<Trans id="roster.mode" message="Whom do they name?" />}
        options={[
          {
            id: "delta",
            label: i18n.t({
              id: "roster.mode.delta",
              message: "Only some: whoever is missing stays as they are",
            }),
          },
          {
            id: "bulk",
            label: i18n.t({
              id: "roster.mode.bulk",
              message: "Every student of this source: whoever is missing becomes inactive",
            }),
          },
        ]}
        value={mode}
        onChange={setMode}
      />
      {mapped.map((file) => (
        <MapColumns
          key={file.name}
          file={file}
          columns={columnsFor(file.name, remembered)}
          onChange={(field, header) =>
            setChosen((before) => ({ ...before, [file.name]: { ...before[file.name], [field]: header } }))
          }
        />
      ))}
      <p className="text-14 text-ink-3">
        <Trans
          id="roster.total"
          message="{count, plural, one {# row} other {# rows}} will be checked. Nothing changes yet."
          values={{ count: opened.files.reduce((sum, file) => sum + (file.isIgnored ? 0 : file.records), 0) }}
        />
      </p>
      <div className="flex flex-wrap gap-3">
        <Button kind="primary" type="submit" isPending={form.isPending}>
          <Trans id="roster.check" message="Check the files" />
        </Button>
        <Button kind="quiet" onPress={onStartOver}>
          <Trans id="roster.otherFiles" message="Choose other files" />
        </Button>
      </div>
    </Form>
  );
}
