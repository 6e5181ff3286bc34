import { Trans } from "@lingui/react";
import { MissingConsent } from "#src/features/consent/MissingConsent.tsx";
import { RecordCopies } from "#src/features/exports/RecordCopies.tsx";
import { AskDestruction } from "#src/features/retention/AskDestruction.tsx";
import { useAddress } from "#src/lib/useAddress.ts";

/** The complete copy of a record, and asking for it to be destroyed. */
export function StudentCopiesPage() {
  const { studentId } = useAddress();
  return (
    <div className="flex flex-col gap-10">
      <section aria-labelledby="copy-title">
        <h2 id="copy-title" className="text-23">
          <Trans id="copy.title" message="A copy of the record" />
        </h2>
        <p className="mt-2 mb-4 max-w-prose">
          <Trans
            id="copy.teamLead"
            message="The complete record in open formats: pages to read, tables, files, and the same as data, with a fingerprint of every file. What is sealed is open in it. It can be fetched for seven days; each time stays on record."
          />
        </p>
        <RecordCopies
          studentId={studentId}
          audience="team"
          sharing={(recipient, scope) => (
            <MissingConsent studentId={studentId} kind="dataSharing" recipient={recipient} scope={scope} />
          )}
        />
      </section>
      <AskDestruction studentId={studentId} />
    </div>
  );
}
