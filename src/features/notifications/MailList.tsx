import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { Inbox } from "lucide-react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { format } from "#src/lib/format.ts";
import { EmptyState } from "#src/ui/EmptyState.tsx";
import { Link } from "#src/ui/Link.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";

/** Mail as it would arrive, newest first, live. */
export function MailList({ organizationId }: { organizationId?: Id<"organizations"> | undefined }) {
  const { i18n } = useLingui();
  const mails = useQuery(api.notifications.outbox.list, organizationId ? { organizationId } : {});
  if (mails === undefined) {
    return <SkeletonRows label={i18n.t({ id: "outbox.loading", message: "Loading mail" })} />;
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
            <h2 className="text-16">{mail.subject}</h2>
            <p className="text-14 text-ink-3">
              <Trans
                id="outbox.line"
                message="To {to}, {time}"
                values={{ to: mail.to, time: format.instant(mail.createdAt) }}
              />
            </p>
            <p className="mt-2 whitespace-pre-line">{mail.body}</p>
            {mail.url !== null && (
              <p className="mt-2">
                <Link href={localAddress(mail.url)} className="break-all">
                  {mail.url}
                </Link>
              </p>
            )}
          </article>
        </li>
      ))}
    </ul>
  );
}

/** Links to this site open here, whatever host name the mail was written with. */
function localAddress(url: string): string {
  const { pathname, search, hash } = new URL(url, window.location.origin);
  return pathname + search + hash;
}
