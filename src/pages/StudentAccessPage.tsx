import { Trans } from "@lingui/react";
import { EmergencyList } from "#src/features/access/EmergencyList.tsx";
import { Openings } from "#src/features/access/Openings.tsx";
import { ReviewEmergency } from "#src/features/access/ReviewEmergency.tsx";
import { MissingConsent } from "#src/features/consent/MissingConsent.tsx";
import { AnswerRequest } from "#src/features/disclosures/AnswerRequest.tsx";
import { DisclosureLog } from "#src/features/disclosures/DisclosureLog.tsx";
import { RecordDisclosure } from "#src/features/disclosures/RecordDisclosure.tsx";
import { RecordRequest } from "#src/features/disclosures/RecordRequest.tsx";
import { RequestList } from "#src/features/disclosures/RequestList.tsx";
import { StrikeDisclosure } from "#src/features/disclosures/StrikeDisclosure.tsx";
import { useStudentAbilities } from "#src/lib/useAbilities.ts";
import { useAddress } from "#src/lib/useAddress.ts";
import { Card } from "#src/ui/Card.tsx";
import { InOrder } from "#src/ui/InOrder.tsx";

/** Who sees a child's record, for those who keep it: requests, what went outside, emergencies, openings. */
export function StudentAccessPage() {
  const { studentId } = useAddress();
  const can = useStudentAbilities(studentId);
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
      <InOrder className="flex min-w-0 flex-col gap-6">
        <EmergencyList
          studentId={studentId}
          acts={(emergency) =>
            emergency.mayReview && <ReviewEmergency emergency={{ ...emergency, studentId }} />
          }
        />
        <Card
          title={<Trans id="disclosures.title" message="Given to others" />}
          actions={
            can("disclosures.record") && (
              <RecordDisclosure
                studentId={studentId}
                sharing={(recipient, scope) => (
                  <MissingConsent
                    studentId={studentId}
                    kind="dataSharing"
                    recipient={recipient}
                    scope={scope}
                  />
                )}
              />
            )
          }
        >
          <DisclosureLog
            studentId={studentId}
            acts={({ disclosureId }) =>
              can("disclosures.record") && (
                <StrikeDisclosure studentId={studentId} disclosureId={disclosureId} />
              )
            }
          />
        </Card>
        <Card
          title={<Trans id="requests.title" message="Asked by the family" />}
          actions={can("recordRequests.answer") && <RecordRequest studentId={studentId} />}
        >
          <RequestList
            studentId={studentId}
            acts={(request) =>
              can("recordRequests.answer") && <AnswerRequest studentId={studentId} request={request} />
            }
          />
        </Card>
      </InOrder>
      <Card title={<Trans id="openings.title" message="Who has looked" />}>
        <p className="mb-4 text-14 text-ink-3">
          <Trans
            id="openings.lead"
            message="Each person once a day, from the audit trail. Entries that the law asks for are marked (34 CFR 300.614)."
          />
        </p>
        <Openings studentId={studentId} />
      </Card>
    </div>
  );
}
