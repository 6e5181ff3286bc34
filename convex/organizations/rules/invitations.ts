import type { Doc } from "../../_generated/dataModel";

const DAY_MS = 86_400_000;
export const INVITATION_LIFETIME_MS = 7 * DAY_MS;

export type InvitationStatus = "open" | "accepted" | "revoked" | "expired";

/** Where an invitation stands at an instant. Accepted and revoked are final; only an open one runs out. */
export function invitationStatus(
  invitation: Pick<Doc<"invitations">, "acceptedAt" | "revokedAt" | "expiresAt">,
  now: number,
): InvitationStatus {
  if (invitation.acceptedAt !== undefined) return "accepted";
  if (invitation.revokedAt !== undefined) return "revoked";
  return invitation.expiresAt <= now ? "expired" : "open";
}
