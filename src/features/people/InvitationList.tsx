import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import { format } from "#src/lib/format.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { roleName } from "#src/lib/words.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import type { Tone } from "#src/ui/tone.ts";

type Status = "open" | "accepted" | "revoked" | "expired";
const tones: Record<Status, Tone> = {
  open: "information",
  accepted: "good",
  revoked: "neutral",
  expired: "attention",
};

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
