import { Trans } from "@lingui/react";
import type { ReactNode } from "react";
import { format } from "#src/lib/format.ts";
import { cameFrom } from "#src/lib/words.ts";
import { Link } from "#src/ui/Link.tsx";
import type { TimelineEvent } from "./event.ts";
import { sentenceOfEvent } from "./eventSentence.ts";
import { groupIcon, groupName } from "./groupWords.ts";

/** One event: its day, what happened, and what was written about it. */
export function EventLine({
  event,
  href,
  acts,
}: {
  event: TimelineEvent;
  href: string | null;
  acts: ReactNode;
}) {
  const Icon = groupIcon(event.group);
  const sentence = sentenceOfEvent(event);
  const people = event.about.people;
  return (
    <li className="relative flex items-start gap-3 py-2 ps-6" data-keep-together>
      <span
        aria-hidden
        className="absolute -start-[13px] top-2.5 flex size-6 items-center justify-center rounded-full border border-hairline bg-raised text-ink-3"
      >
        <Icon size={14} strokeWidth={1.75} />
      </span>
      <div className="min-w-0 grow">
        <p className="text-14 text-ink-3">
          <time dateTime={event.on} className="tabular">
            {format.day(event.on)}
          </time>
          {" · "}
          {groupName(event.group)}
          {event.from !== undefined && (
            <>
              {" · "}
              {cameFrom(event.from)}
            </>
          )}
        </p>
        <p className="font-semibold">{href === null ? sentence : <Link href={href}>{sentence}</Link>}</p>
        {event.until !== undefined && (
          <p className="text-14 text-ink-2">
            <Trans id="history.until" message="until {day}" values={{ day: format.day(event.until) }} />
          </p>
        )}
        {people && (
          <p dir="auto" className="text-14 text-ink-2">
            {people}
          </p>
        )}
        {event.text && (
          <p dir="auto" className="max-w-prose text-ink-2">
            {event.text}
          </p>
        )}
      </div>
      {acts}
    </li>
  );
}
