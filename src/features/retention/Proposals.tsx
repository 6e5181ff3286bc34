import { Trans, useLingui } from "@lingui/react";
import { usePaginatedQuery } from "convex/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { format } from "#src/lib/format.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { paths } from "#src/lib/paths.ts";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { Link } from "#src/ui/Link.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { DecisionDialog } from "./DecisionDialog.tsx";
import { proposalStatusName, reasonName, recordKindName } from "./retentionWords.ts";

export type Proposal = (typeof api.retention.proposals.list)["_returnType"]["page"][number];
const open = ["confirmed", "noticed", "proposed", "held"] as const;

/** What is due or asked for, grouped by where it stands; each opens the decision. */
export function Proposals() {
  // Held here: a row goes to another group, or away, while somebody decides about it.
  const [chosen, setChosen] = useState<Proposal | null>(null);
  return (
    <Card title={<Trans id="retention.proposals" message="To be decided" />}>
      <div className="flex flex-col gap-6">
        {open.map((status) => (
          <ProposalsOf key={status} status={status} onChoose={setChosen} />
        ))}
      </div>
      {chosen && <DecisionDialog key={chosen.proposalId} proposal={chosen} onClose={() => setChosen(null)} />}
    </Card>
  );
}

function ProposalsOf({
  status: state,
  onChoose,
}: {
  status: (typeof open)[number];
  onChoose: (proposal: Proposal) => void;
}) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const { results, status, loadMore } = usePaginatedQuery(
    api.retention.proposals.list,
    { organizationId, status: state },
    { initialNumItems: 25 },
  );
  if (status === "LoadingFirstPage" && state === "proposed") {
    return (
      <SkeletonRows
        label={i18n.t({ id: "retention.loadingProposals", message: "Loading proposals" })}
        rows={2}
      />
    );
  }
  if (results.length === 0) {
    return state === "proposed" && status !== "LoadingFirstPage" ? (
      <p className="text-ink-3">
        <Trans id="retention.nothingDue" message="Nothing new is due." />
      </p>
    ) : null;
  }
  return (
    <section aria-labelledby={`state-${state}`}>
      <h3 id={`state-${state}`} className="text-14 font-semibold text-ink-3 first-letter:uppercase">
        {proposalStatusName(state)}
      </h3>
      <ul className="divide-y divide-hairline">
        {results.map((proposal) => (
          <li key={proposal.proposalId} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <div className="min-w-0">
              <p>
                <Link href={paths.student(proposal.studentId)}>{proposal.studentName}</Link>
                {": "}
                {recordKindName(proposal.recordKind)}
              </p>
              <p className="text-14 text-ink-3">
                <Trans
                  id="retention.since"
                  message="{reason}, since {day}"
                  values={{ reason: reasonName(proposal.reason), day: format.day(proposal.dueOn) }}
                />
                {proposal.notBefore !== null && (
                  <>
                    {". "}
                    <Trans
                      id="retention.notBefore"
                      message="Not before {day}"
                      values={{ day: format.day(proposal.notBefore) }}
                    />
                  </>
                )}
              </p>
              {proposal.isBack && (
                <p className="text-14">
                  <Trans
                    id="retention.isBack"
                    message="The student is at school: the record cannot be destroyed now."
                  />
                </p>
              )}
              {proposal.words !== null && (
                <p className="text-14 break-words text-ink-2">
                  “<bdi>{proposal.words}</bdi>”
                </p>
              )}
              {proposal.decisionReason !== null && (
                <p dir="auto" className="text-14 break-words text-ink-2">
                  {proposal.decisionReason}
                </p>
              )}
            </div>
            <Button onPress={() => onChoose(proposal)}>
              <Trans id="retention.decide" message="Decide" />
            </Button>
          </li>
        ))}
      </ul>
      {status === "CanLoadMore" && (
        <Button onPress={() => loadMore(25)}>
          <Trans id="list.more" message="Show more" />
        </Button>
      )}
    </section>
  );
}
