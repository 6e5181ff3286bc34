import { useLingui } from "@lingui/react";
import type { FormWords } from "#src/lib/formWords.ts";
import { LiveChoice, LiveFlag, LiveText } from "#src/ui/live/LiveFields.tsx";
import type { FactLine } from "./Facts.tsx";
import type { RecordField } from "./fieldsOf.ts";
import type { SaveField } from "./useSavePart.ts";

type Values = Readonly<Record<string, string | boolean>>;

/** The fields of a part, each saving itself. */
export function PartFields({
  fields,
  values,
  save,
  words,
}: {
  fields: readonly RecordField[];
  values: Values;
  save: SaveField;
  words: FormWords;
}) {
  const { i18n } = useLingui();
  const yesOrNo = (value: boolean) =>
    value ? i18n.t({ id: "word.yes", message: "Yes" }) : i18n.t({ id: "word.no", message: "No" });
  return fields.map(({ name, label, hint, as, options }) => {
    const value = values[name];
    const field = { label, hint, save: save(name), kept: { words, name } };
    if (as === "flag") {
      return <LiveFlag key={name} {...field} live={value === true} show={yesOrNo} />;
    }
    const text = typeof value === "string" ? value : "";
    return as === "choice" ? (
      <LiveChoice key={name} {...field} live={text} options={options ?? []} />
    ) : (
      <LiveText key={name} {...field} live={text} width="full" rows={as === "paragraph" ? 3 : 1} />
    );
  });
}

/** What of a part is written down, for reading. */
export function factsOf(fields: readonly RecordField[], values: Values, yes: string): FactLine[] {
  return fields.flatMap(({ name, label, as, options }) => {
    const value = values[name];
    if (value === undefined || value === "" || value === false) return [];
    if (as === "flag") return [{ name: label, value: yes }];
    if (as === "choice") {
      return [{ name: label, value: options?.find(({ id }) => id === value)?.label ?? value }];
    }
    return [{ name: label, value, isWide: as === "paragraph" }];
  });
}
