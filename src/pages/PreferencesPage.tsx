import { useLingui } from "@lingui/react";
import { Preferences } from "#src/features/people/Preferences.tsx";
import { PageHeader } from "#src/ui/PageHeader.tsx";

export function PreferencesPage() {
  const { i18n } = useLingui();
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={i18n.t({ id: "account.preferences", message: "Preferences" })} />
      <Preferences />
    </div>
  );
}
