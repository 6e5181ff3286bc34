import { Trans, useLingui } from "@lingui/react";
import type { ConsentKind } from "#convex/consent/rules/kinds.ts";
import { consentName } from "#src/lib/consentWords.ts";
import { SelectField } from "#src/ui/SelectField.tsx";
import type { Standing } from "./standing.ts";

/** Which of the consents that are asked for here. */
export function KindField({
  standings,
  value,
  onChange,
}: {
  standings: readonly Standing[];
  value: ConsentKind | null;
  onChange: (kind: ConsentKind) => void;
}) {
  const { i18n } = useLingui();
  const offered = standings.filter(({ isOffered }) => isOffered);
  const kinds = [...new Set(offered.map(({ kind }) => kind))];
  return (
    <SelectField<ConsentKind>
      name="kind"
      width="full"
      label={<Trans id="consents.kind" message="Consent" />}
      placeholder={i18n.t({ id: "form.choose", message: "Choose" })}
      options={kinds.map((id) => ({ id, label: consentName(id) }))}
      value={value}
      onChange={onChange}
    />
  );
}
