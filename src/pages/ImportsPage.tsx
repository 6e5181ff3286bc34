import { Trans, useLingui } from "@lingui/react";
import { NewImport } from "#src/features/roster/choosing/NewImport.tsx";
import { Templates } from "#src/features/roster/choosing/Templates.tsx";
import { ExportRoster } from "#src/features/roster/exporting/ExportRoster.tsx";
import { ImportList } from "#src/features/roster/importing/ImportList.tsx";
import { requireAbility } from "#src/lib/requireAbility.ts";
import { useAbilities } from "#src/lib/useAbilities.ts";
import { Card } from "#src/ui/Card.tsx";
import { usePageTitle } from "#src/ui/usePageTitle.ts";

/** Rosters in and out: new files, what was imported before, and the whole roster to take along. */
export function ImportsPage() {
  const { i18n } = useLingui();
  requireAbility(useAbilities(), "roster.import");
  usePageTitle(i18n.t({ id: "settings.imports", message: "Import and export" }));
  return (
    <div className="flex flex-col gap-6">
      <Card title={<Trans id="roster.new" message="Bring in a roster" />}>
        <NewImport />
        <div className="mt-4">
          <Templates />
        </div>
      </Card>
      <Card title={<Trans id="roster.list.title" message="Imports so far" />}>
        <ImportList />
      </Card>
      <Card title={<Trans id="roster.export" message="Take the roster out" />}>
        <ExportRoster />
      </Card>
    </div>
  );
}
