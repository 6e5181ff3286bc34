import { useLingui } from "@lingui/react";
import { ImportCourse } from "#src/features/roster/importing/ImportCourse.tsx";
import { requireAbility } from "#src/lib/requireAbility.ts";
import { useAbilities } from "#src/lib/useAbilities.ts";
import { useAddress } from "#src/lib/useAddress.ts";
import { usePageTitle } from "#src/ui/usePageTitle.ts";

/** One import: its check, its application, its undoing. */
export function ImportPage() {
  const { i18n } = useLingui();
  const { importId } = useAddress();
  requireAbility(useAbilities(), "roster.import");
  usePageTitle(i18n.t({ id: "roster.import.page", message: "Import" }));
  return <ImportCourse importId={importId} />;
}
