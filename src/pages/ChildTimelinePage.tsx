import { Trans, useLingui } from "@lingui/react";
import { Timeline } from "#src/features/history/Timeline.tsx";
import { paths } from "#src/lib/paths.ts";
import { useAddress } from "#src/lib/useAddress.ts";
import { usePageTitle } from "#src/ui/usePageTitle.ts";

/** What happened with their child, as the family sees it. */
export function ChildTimelinePage() {
  const { i18n } = useLingui();
  const { studentId } = useAddress();
  usePageTitle(i18n.t({ id: "history.title", message: "Timeline" }));
  return (
    <>
      <p className="mb-6 max-w-prose text-ink-2">
        <Trans
          id="history.familyLead"
          message="What happened so far, the newest first. Ask the case manager about anything that is new to you."
        />
      </p>
      <Timeline studentId={studentId} groups={[]} planHref={(iepId) => paths.childPlan(studentId, iepId)} />
    </>
  );
}
