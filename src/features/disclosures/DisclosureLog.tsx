import { Trans, useLingui } from "@lingui/react";
import { usePaginatedQuery } from "convex/react";
import type { FunctionReturnType } from "convex/server";
import { Send } from "lucide-react";
import type { ReactNode } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { format } from "#src/lib/format.ts";
import { cameFrom } from "#src/lib/words.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { EmptyState } from "#src/ui/EmptyState.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { groundName, recordTypeName } from "./disclosureWords.ts";

export type Disclosure = FunctionReturnType<typeof api.disclosures.disclosures.list>["page"][number];

/** To whom outside the school the record went: who, when, what, why, and what allows it. */
export function DisclosureLog({
  studentId,
  acts,
}: {
  studentId: Id<"students">;
  acts?: (disclosure: Disclosure) => ReactNode;
}) {
  const { i18n } = useLingui();
  const { results, status, loadMore } = usePaginatedQuery(
    api.disclosures.disclosures.list,
    { studentId },
    { initialNumItems: 20 },
  );
  if (status === "LoadingFirstPage") {
    return (
      <SkeletonRows label={i18n.t({ id: "disclosures.loading", message: "Looking up what was given out" })} />
    );
  }
  if (results.length === 0) {
    return (
      <EmptyState icon={Send} title={<Trans id="disclosures.none" message="Nothing has been given out" />}>
        <Trans
          id="disclosures.noneAdvice"
          message="When something of the record goes to somebody outside the school, it is written down here on the same day."
        />
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="flex flex-col gap-3">
        {results.map((disclosure) => (
          <Entry key={disclosure.disclosureId} disclosure={disclosure}>
            {disclosure.struck === null && acts?.(disclosure)}
          </Entry>
        ))}
      </ul>
      {status !== "Exhausted" && (
        <div className="mt-4 flex justify-center">
          <Button isPending={status === "LoadingMore"} onPress={() => loadMore(20)}>
            <Trans id="list.more" message="Show more" />
          </Button>
        </div>
      )}
    </>
  );
}

function Entry({ disclosure, children }: { disclosure: Disclosure; children: ReactNode }) {
  const { recipient, disclosedOn, purpose, authority, ground, recordTypes, onwardTo, struck } = disclosure;
  return (
    <li className="rounded border border-hairline bg-raised p-4 sm:px-5">
      <h3 className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-16">
        <span dir="auto" className={struck ? "line-through" : ""}>
          {recipient}
        </span>
        <span className="grow text-14 font-normal text-ink-3">
          <time dateTime={disclosedOn}>{format.day(disclosedOn)}</time>
        </span>
        {disclosure.from !== null && <Badge>{cameFrom(disclosure.from)}</Badge>}
        {disclosure.isRequiredByLaw && (
          <Badge tone="information">
            <Trans id="openings.required" message="The law asks for this entry" />
          </Badge>
        )}
      </h3>
      {struck !== null && (
        <p className="mt-1">
          <Badge tone="attention">
            <Trans id="disclosures.struck" message="Entered by mistake" />
          </Badge>{" "}
          <span dir="auto">{struck.reason}</span>
        </p>
      )}
      <dl className="mt-2 grid gap-x-4 gap-y-1 sm:grid-cols-[auto_1fr]">
        <Fact label={<Trans id="disclosures.what" message="What" />}>
          {recordTypes.map((type) => (
            <span key={type} className="block">
              {recordTypeName(type)}
            </span>
          ))}
        </Fact>
        <Fact label={<Trans id="disclosures.purpose" message="What for" />}>{purpose}</Fact>
        <Fact label={<Trans id="disclosures.ground" message="What allows it" />}>
          {groundName(ground)}
          <span dir="auto" className="block text-14 text-ink-3">
            {authority}
          </span>
        </Fact>
        {onwardTo.length > 0 && (
          <Fact label={<Trans id="disclosures.onward" message="May pass it on to" />}>
            {onwardTo.map(({ name, interest }) => (
              <span key={name} dir="auto" className="block">
                {name}: {interest}
              </span>
            ))}
          </Fact>
        )}
        <Fact label={<Trans id="disclosures.by" message="Written down by" />}>
          {disclosure.recordedByName}, {format.instant(disclosure.recordedAt)}
        </Fact>
      </dl>
      {children}
    </li>
  );
}

function Fact({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt className="text-14 text-ink-3 max-sm:mt-1.5">{label}</dt>
      <dd dir="auto" className="min-w-0">
        {children}
      </dd>
    </>
  );
}
