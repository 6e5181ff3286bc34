import { Trans } from "@lingui/react";
import { RecordCopies } from "#src/features/exports/RecordCopies.tsx";
import { AskDestruction } from "#src/features/retention/AskDestruction.tsx";
import { useAddress } from "#src/lib/useAddress.ts";

/** The family's copy of the record, and asking for it to be destroyed. */
export function ChildDownloadPage() {
  const { studentId } = useAddress();
  return (
    <div className="flex flex-col gap-10 text-18">
      <section aria-labelledby="copy-title">
        <h2 id="copy-title" className="text-23">
          <Trans id="copy.title" message="A copy of the record" />
        </h2>
        <p className="mt-2 mb-4 max-w-prose">
          <Trans
            id="copy.familyLead"
            message="Everything that the school shares with you, in one file for you to keep. It opens on any computer, without the internet. You may also ask the school for a complete copy."
          />
        </p>
        <RecordCopies studentId={studentId} audience="family" />
      </section>
      <AskDestruction studentId={studentId} />
    </div>
  );
}
