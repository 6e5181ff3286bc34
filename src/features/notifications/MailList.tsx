import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { Inbox, MailCheck } from "lucide-react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { format } from "#src/lib/format.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { EmptyState } from "#src/ui/EmptyState.tsx";
import { Link } from "#src/ui/Link.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { MailBadge, MailTrouble } from "./MailState.tsx";

type Shown = {
  organizationId?: Id<"organizations"> | undefined;
  /** Only what could not be sent. */
  isNarrowed?: boolean;
};

/** Mail as it arrives, newest first, live, and what became of it. */
export function MailList({ organizationId, isNarrowed = false }: Shown) {
  const { i18n } = useLingui();
  const mails = useQuery(api.notifications.outbox.list, {
    ...(organizationId && { organizationId }),
    ...(isNarrowed && { only: "givenUp" as const }),
  });
  const tryAgain = useCommand(api.notifications.outbox.tryAgain, {
    done: i18n.t({ id: "mail.beingTried", message: "It is tried again" }),
  });
  if (mails === undefined) {
    return <SkeletonRows label={i18n.t({ id: "outbox.loading", message: "Loading mail" })} />;
  }
  if (mails.length === 0 && isNarrowed) {
    return (
      <EmptyState
        icon={MailCheck}
        title={<Trans id="mail.noneGivenUp" message="No mail has failed in the last seven days" />}
      />
    );
  }
  if (mails.length === 0) {
    return (
      <EmptyState icon={Inbox} title={<Trans id="outbox.empty" message="No mail yet" />}>
        <Trans
          id="outbox.emptyAdvice"
          message="Invitations and password links show here as they are written."
        />
      </EmptyState>
    );
  }
  return (
    <ul className="flex flex-col gap-4">
      {mails.map((mail) => (
        <li key={mail.mailId}>
          <article className="rounded border border-hairline bg-raised p-4">
            <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
              <h2 className="min-w-0 text-16" lang={mail.locale} dir={mail.direction}>
                {mail.subject}
              </h2>
              <MailBadge state={mail.delivery.state} />
            </div>
            <p className="text-14 wrap-anywhere text-ink-3">
              {mail.delivery.sentAt === null ? (
                <Trans
                  id="outbox.line"
                  message="To {to}, {time}"
                  values={{ to: mail.to, time: format.instant(mail.createdAt) }}
                />
              ) : (
                <Trans
                  id="outbox.sentLine"
                  message="To {to}, sent {time}"
                  values={{ to: mail.to, time: format.instant(mail.delivery.sentAt) }}
                />
              )}
            </p>
            <MailTrouble
              delivery={mail.delivery}
              isPending={tryAgain.isPending}
              onTryAgain={() => organizationId && void tryAgain({ organizationId, mailId: mail.mailId })}
            />
            <p className="mt-2 whitespace-pre-line" lang={mail.locale} dir={mail.direction}>
              {mail.body}
            </p>
            {mail.url !== null && <ItsLink url={mail.url} hasLeft={mail.delivery.state === "sent"} />}
            <AsPage html={mail.html} subject={mail.subject} />
          </article>
        </li>
      ))}
    </ul>
  );
}

/** To be handed out where mail does not reach. One that was sent is asked for: it lets somebody in. */
function ItsLink({ url, hasLeft }: { url: string; hasLeft: boolean }) {
  const link = (
    <p className="mt-2">
      <Link href={localAddress(url)} className="break-all">
        {url}
      </Link>
    </p>
  );
  if (!hasLeft) return link;
  return (
    <details className="mt-3 text-14">
      <summary className="cursor-pointer py-1 text-ink-2">
        <Trans id="outbox.linkByHand" message="Its link, to hand out another way" />
      </summary>
      {link}
    </details>
  );
}

/** The mail as programs show it that show pages; made when somebody looks. */
function AsPage({ html, subject }: { html: string; subject: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="mt-3 text-14" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer py-1 text-ink-2">
        <Trans id="outbox.asPage" message="As it looks in a mail program" />
      </summary>
      {isOpen && (
        <iframe
          title={subject}
          srcDoc={html}
          // Nothing in it runs, and no link in it leads anywhere.
          sandbox=""
          className="mt-2 h-64 w-full rounded border border-hairline bg-white"
        />
      )}
    </details>
  );
}

/** Links to this site open here, whatever host name the mail was written with. */
function localAddress(url: string): string {
  const { pathname, search, hash } = new URL(url, window.location.origin);
  return pathname + search + hash;
}
