import { Trans } from "@lingui/react";
import type { ReactNode } from "react";
import { EmergencyList } from "#src/features/access/EmergencyList.tsx";
import { Openings } from "#src/features/access/Openings.tsx";
import { DisclosureLog } from "#src/features/disclosures/DisclosureLog.tsx";
import { MakeRequest } from "#src/features/disclosures/MakeRequest.tsx";
import { RequestList } from "#src/features/disclosures/RequestList.tsx";
import { useStudentAbilities } from "#src/lib/useAbilities.ts";
import { useAddress } from "#src/lib/useAddress.ts";
import { InOrder } from "#src/ui/InOrder.tsx";

/** Who sees their child's record, for families: in plain words, everything there is. */
export function ChildAccessPage() {
  const { studentId } = useAddress();
  const can = useStudentAbilities(studentId);
  return (
    <InOrder className="flex flex-col gap-10">
      <Part
        id="requests"
        title={<Trans id="family.requests" message="Your questions about the record" />}
        lead={
          <Trans
            id="family.requestsLead"
            message="The record is about your child, and you may see all of it. You can ask for a copy, ask what something means, or ask to have a mistake corrected. The school must answer by the day shown."
          />
        }
      >
        {can("recordRequests.make") && (
          <div className="mb-4">
            <MakeRequest studentId={studentId} />
          </div>
        )}
        <RequestList studentId={studentId} />
      </Part>
      <EmergencyList studentId={studentId} />
      <Part
        id="disclosures"
        title={<Trans id="disclosures.title" message="Given to others" />}
        lead={
          <Trans
            id="family.disclosuresLead"
            message="Everybody outside the school who received something of the record, when, and why."
          />
        }
      >
        <DisclosureLog studentId={studentId} />
      </Part>
      <Part
        id="openings"
        title={<Trans id="openings.title" message="Who has looked" />}
        lead={
          <Trans
            id="family.openingsLead"
            message="Everybody who has opened your child’s record, day by day, and why they may."
          />
        }
      >
        <Openings studentId={studentId} />
      </Part>
    </InOrder>
  );
}

function Part({
  id,
  title,
  lead,
  children,
}: {
  id: string;
  title: ReactNode;
  lead: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className="text-23">
        {title}
      </h2>
      <p className="mt-1 mb-4 max-w-[65ch] text-ink-2">{lead}</p>
      {children}
    </section>
  );
}
