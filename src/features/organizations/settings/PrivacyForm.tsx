import { Trans, useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useDraft } from "#src/lib/useDraft.ts";
import { useDraftForm } from "#src/lib/useDraftForm.ts";
import { NumberField } from "#src/ui/NumberField.tsx";
import type { Organization } from "./organization.ts";

const ranges = { smallestShared: [5, 100], retractedFileDays: [30, 1095] } as const;

/** What may be told in numbers, and how long what was taken back is kept. */
export function PrivacyForm({ organization }: { organization: Organization }) {
  const { i18n } = useLingui();
  const { settings, organizationId } = organization;
  const { smallestShared, retractedFileDays } = settings;
  const draft = useDraft(`settings.privacy ${organizationId}`, { smallestShared, retractedFileDays });
  const { values, change } = draft;
  const labels = {
    smallestShared: i18n.t({
      id: "settings.smallestShared",
      message: "Smallest number in a report for sharing",
    }),
    retractedFileDays: i18n.t({
      id: "settings.retractedFiles",
      message: "Keep files that were taken back for",
    }),
  };
  const decide = useCommand(api.organizations.organizations.decide, {
    showsProblem: false,
    done: i18n.t({ id: "settings.saved", message: "Saved" }),
  });
  const form = useDraftForm(draft, labels, async (values) => {
    // An empty field is no number, and is refused like one that is too small.
    const chosen = {
      smallestShared: values.smallestShared || 0,
      retractedFileDays: values.retractedFileDays || 0,
    };
    const outcome = await decide({ organizationId, settings: chosen });
    if (outcome.isDone) return outcome;
    const range = ranges[outcome.problem.field as keyof typeof ranges] as readonly number[] | undefined;
    if (!range) return outcome;
    const [least = 0, most = 0] = range;
    const sentence = i18n.t({
      id: "settings.range",
      message: "Enter a number from {least} to {most}.",
      values: { least, most },
    });
    return { ...outcome, sentence };
  });
  return (
    <SubmitForm form={form} kind="secondary" act={<Trans id="settings.save" message="Save" />}>
      <NumberField
        name="smallestShared"
        label={labels.smallestShared}
        hint={
          <Trans
            id="settings.smallestSharedHint"
            message="Smaller ones are hidden, and so are others that would give them away. Ten is usual; five at least."
          />
        }
        value={values.smallestShared}
        onChange={(typed) => change({ smallestShared: typed })}
      />
      <NumberField
        name="retractedFileDays"
        label={labels.retractedFileDays}
        unit={<Trans id="settings.days" message="days" />}
        hint={
          <Trans
            id="settings.retractedFilesHint"
            message="Then their contents are removed; that there was a file, and why it was taken back, stays. What is held, or asked to be seen, waits."
          />
        }
        value={values.retractedFileDays}
        onChange={(typed) => change({ retractedFileDays: typed })}
      />
    </SubmitForm>
  );
}
