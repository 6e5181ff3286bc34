import { Trans, useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import { useCommand } from "#src/lib/useCommand.ts";
import { useDraft } from "#src/lib/useDraft.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { Button } from "#src/ui/Button.tsx";
import { Form } from "#src/ui/Form.tsx";
import { NumberField } from "#src/ui/NumberField.tsx";
import type { Organization } from "./organization.ts";

const ranges = { smallestShared: [5, 100], retractedFileDays: [30, 1095] } as const;

/** What may be told in numbers, and how long what was taken back is kept. */
export function PrivacyForm({ organization }: { organization: Organization }) {
  const { i18n } = useLingui();
  const { settings, organizationId } = organization;
  const { smallestShared, retractedFileDays } = settings;
  const { values, change, keep } = useDraft({ smallestShared, retractedFileDays });
  const decide = useCommand(api.organizations.organizations.decide, {
    showsProblem: false,
    done: i18n.t({ id: "settings.saved", message: "Saved" }),
  });
  const form = useSubmit(
    async () => {
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
    },
    () => keep(values),
  );
  return (
    <Form
      summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
      errors={form.errors}
      onSubmit={form.submit}
    >
      <NumberField
        name="smallestShared"
        label={<Trans id="settings.smallestShared" message="Smallest number in a report for sharing" />}
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
        label={<Trans id="settings.retractedFiles" message="Keep files that were taken back for" />}
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
      <Button type="submit" isPending={form.isPending} className="self-start">
        <Trans id="settings.save" message="Save" />
      </Button>
    </Form>
  );
}
