import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { TriangleAlert } from "lucide-react";
import { api } from "#convex/_generated/api.js";
import { format } from "#src/lib/format.ts";
import { type Delivery, deliveryTime, reasonSentence } from "#src/lib/mailWords.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { paths } from "#src/lib/paths.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { roleName } from "#src/lib/words.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Link } from "#src/ui/Link.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import type { Tone } from "#src/ui/tone.ts";

type Status = "open" | "accepted" | "revoked" | "expired";
const tones: Record<Status, Tone> = {
  open: "information",
  accepted: "good",
  revoked: "neutral",
  expired: "attention",
};

/** Whether the mail with the link has left; where it has not, the link is handed out by hand. */
function Mailed({ delivery }: { delivery: Delivery }) {
  const { state, reason } = delivery;
  if (state === "failed" || state === "givenUp") {
    return (
      <span className="flex items-start gap-1 text-14 text-ink-2">
        <TriangleAlert aria-hidden size={14} strokeWidth={2} className="mt-1 shrink-0 text-attention" />
        <span>
          {state === "failed" ? (
            <Trans id="invitations.mailFailed" message="The mail has not left yet." />
          ) : (
            <Trans id="invitations.mailGivenUp" message="The mail could not be sent." />
          )}{" "}
          {reason !== null && reasonSentence(reason)} <OutboxLink />
        </span>
      </span>
    );
  }
  return (
    <span className="block text-14 text-ink-3">
      {state === "kept" || state === "dropped" ? (
        <>
          <Trans id="invitations.notMailed" message="Not mailed from here: hand out the link." />{" "}
          <OutboxLink />
        </>
      ) : (
        (deliveryTime(delivery) ?? (
          <Trans id="invitations.mailLeaves" message="The mail is on its way out." />
        ))
      )}
    </span>
  );
}

function OutboxLink() {
  return (
    <Link href={paths.mail}>
      <Trans id="invitations.toOutbox" message="Its link is in the outbox" />
    </Link>
  );
}

/** Who was asked to come, and what became of it. */
export function InvitationList() {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const invitations = useQuery(api.organizations.invitations.list, { organizationId });
  const revoke = useCommand(api.organizations.invitations.revoke, {
    done: i18n.t({ id: "invitations.revoked", message: "Invitation taken back" }),
  });
  const resend = useCommand(api.organizations.invitations.resend, {
    done: i18n.t({ id: "invitations.resent", message: "Sent again, with a new link" }),
  });
  const words: Record<Status, string> = {
    open: i18n.t({ id: "invitations.open", message: "Open" }),
    accepted: i18n.t({ id: "invitations.accepted", message: "Accepted" }),
    revoked: i18n.t({ id: "invitations.wasRevoked", message: "Taken back" }),
    expired: i18n.t({ id: "invitations.expired", message: "Too old" }),
  };
  if (invitations === undefined) {
    return (
      <SkeletonRows label={i18n.t({ id: "invitations.loading", message: "Loading invitations" })} rows={3} />
    );
  }
  const open = invitations.filter(({ status }) => status === "open");
  const closed = invitations.filter(({ status }) => status !== "open");
  return (
    <>
      {open.length === 0 ? (
        <p className="text-ink-3">
          <Trans id="invitations.none" message="No invitation is waiting for an answer." />
        </p>
      ) : (
        lines(open)
      )}
      {closed.length > 0 && (
        <details className="mt-3">
          <summary className="target inline-flex min-h-8 items-center rounded-sm text-accent underline underline-offset-4">
            <Trans
              id="invitations.earlier"
              message="{count, plural, one {# earlier invitation} other {# earlier invitations}}"
              values={{ count: closed.length }}
            />
          </summary>
          {lines(closed)}
        </details>
      )}
    </>
  );

  function lines(rows: NonNullable<typeof invitations>) {
    return (
      <ul className="divide-y divide-hairline">
        {rows.map((invitation) => (
          <li
            key={invitation.invitationId}
            className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 py-2"
          >
            <span className="min-w-0 grow basis-56">
              <span className="block font-semibold break-all">{invitation.email}</span>
              <span className="block text-14 text-ink-3">
                <Trans
                  id="invitations.line"
                  message="{role}, invited by {name}, {day}"
                  values={{
                    role: roleName(invitation.role),
                    name: invitation.invitedByName,
                    day: format.instant(invitation.createdAt),
                  }}
                />
              </span>
              {invitation.delivery && <Mailed delivery={invitation.delivery} />}
            </span>
            <Badge tone={tones[invitation.status]}>{words[invitation.status]}</Badge>
            {(invitation.status === "open" || invitation.status === "expired") && (
              <Button
                size="small"
                kind="quiet"
                isPending={resend.isPending}
                onPress={() => void resend({ organizationId, invitationId: invitation.invitationId })}
              >
                <Trans id="invitations.resend" message="Send again" />
              </Button>
            )}
            {invitation.status === "open" && (
              <Button
                size="small"
                kind="quiet"
                isPending={revoke.isPending}
                onPress={() => void revoke({ organizationId, invitationId: invitation.invitationId })}
              >
                <Trans id="invitations.revoke" message="Take back" />
              </Button>
            )}
          </li>
        ))}
      </ul>
    );
  }
}
