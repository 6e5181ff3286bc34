import { useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import type { StudentRecord } from "../studentRecord.ts";
import { EnrolmentSection } from "./EnrolmentSection.tsx";
import { HealthSection } from "./HealthSection.tsx";
import { History } from "./History.tsx";
import { IdentitySection } from "./IdentitySection.tsx";
import { AdjustmentsSection, BaselinesSection, ContactsSection } from "./ListSections.tsx";
import { PlainSection } from "./PlainSection.tsx";

/** The whole record: what one needs in a hurry first, then how the child learns, beside it where they have been. */
export function RecordSections({ record }: { record: StudentRecord }) {
  const { i18n } = useLingui();
  const { studentId } = record.student;
  const profile = useQuery(api.students.profile.get, { studentId });
  if (!profile) {
    return <SkeletonRows label={i18n.t({ id: "record.loading", message: "Loading the record" })} rows={8} />;
  }
  const { parts, numbers } = profile;
  return (
    <div className="grid items-start gap-6 md:grid-cols-[3fr_2fr]">
      <div className="flex min-w-0 flex-col gap-6">
        <IdentitySection record={record} numbers={numbers} />
        <ContactsSection record={record} lines={parts.contacts.contacts} />
        <HealthSection record={record} />
        <PlainSection record={record} part="languages" values={parts.languages} />
        <PlainSection record={record} part="learning" values={parts.learning} />
        <AdjustmentsSection
          record={record}
          lines={parts.adjustments.adjustments}
          section504={parts.adjustments.section504}
        />
        <PlainSection record={record} part="accessibility" values={parts.accessibility} />
        <BaselinesSection record={record} lines={parts.baselines.baselines} />
        <PlainSection record={record} part="transport" values={parts.transport} />
      </div>
      <div className="flex min-w-0 flex-col gap-6">
        <EnrolmentSection record={record} />
        <History studentId={studentId} />
      </div>
    </div>
  );
}
