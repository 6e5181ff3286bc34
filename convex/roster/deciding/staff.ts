import type { Doc, Id } from "../../_generated/dataModel";
import { currentMemberships } from "../../access/enter";
import { issueInvitation } from "../../organizations/inviting";
import { invitationStatus } from "../../organizations/rules/invitations";
import type { Batch } from "../batch";
import { findLink, link } from "../externalIds";
import { readRole } from "../rules/words";
import type { OpenRow } from "../staged";
import { type Decision, type Effect, left } from "./decision";
import { findSchool } from "./schools";

/** Somebody with this address, and what they are here today. */
export async function findMember(batch: Batch, email: string) {
  return await batch.once(`member ${email}`, async () => {
    const person = await batch.db
      .query("people")
      .withIndex("by_email", (q) => q.eq("email", email))
      .first();
    const memberships = person
      ? await currentMemberships(batch, batch.organization._id, person._id, batch.today)
      : [];
    return { person, roles: memberships.map(({ role }) => role) };
  });
}

const MANY_INVITATIONS = 50;

/** The invitations of an address here that can still be accepted. */
export async function openInvitations(batch: Batch, email: string): Promise<Doc<"invitations">[]> {
  const rows = await batch.db
    .query("invitations")
    .withIndex("by_organization_and_email", (q) =>
      q.eq("organizationId", batch.organization._id).eq("email", email),
    )
    .order("desc")
    .take(MANY_INVITATIONS);
  return rows.filter((row) => invitationStatus(row, Date.now()) === "open");
}

/** A member of staff: invited when nobody has done so, and otherwise left as they are. Roles are never changed. */
export async function decideStaff(batch: Batch, row: OpenRow): Promise<Decision> {
  const {
    role: word = "",
    email: typed,
    school: named,
    status,
    givenName = "",
    familyName = "",
  } = row.values;
  const read = readRole(word);
  const email = typed?.toLowerCase();
  // Whoever is missing keeps their access until an administrator ends it on the page of people.
  if (status === "gone") return left("skip", { code: "staff_not_ended" });
  if (read === "byHand") return left("skip", { code: "invite_by_hand", field: "role" });
  if (read === null || read === "pupil" || read === "family") {
    return left("error", { code: "unknown_role", field: "role" });
  }
  if (email === undefined) return left("skip", { code: "no_email", field: "email" });
  const { role } = read;
  const { person, roles } = await findMember(batch, email);
  const isMember = roles.some((held) => held !== "guardian" && held !== "student");
  if (person && isMember) return await decideKnown(batch, row, person._id, roles.includes(role));
  const school = named === undefined ? null : await findSchool(batch, named);
  if (read.isOfOneSchool && named === undefined)
    return left("skip", { code: "invite_by_hand", field: "role" });
  if (read.isOfOneSchool && school === null) return left("skip", { code: "invite_by_hand", field: "school" });

  const invited = (await openInvitations(batch, email)).some((invitation) => invitation.role === role);
  if (invited) return left("same");
  return {
    outcome: "create",
    problems: [],
    changes: [
      { field: "invitation", before: "", after: email },
      { field: "name", before: "", after: `${givenName} ${familyName}` },
      { field: "role", before: "", after: role },
    ],
    perform: async () => {
      // The school may be one that this import has just added.
      const at = read.isOfOneSchool && named ? await findSchool(batch, named) : null;
      const schoolId = at?.schoolId;
      const { invitationId } = await issueInvitation(batch, { email, role, ...(schoolId && { schoolId }) });
      return { effects: [{ did: "invited", invitationId }] };
    },
  };
}

/** A colleague already: only the source's id is remembered. */
async function decideKnown(
  batch: Batch,
  row: OpenRow,
  personId: Id<"people">,
  hasRole: boolean,
): Promise<Decision> {
  const external = {
    organizationId: batch.organization._id,
    source: batch.import.source,
    kind: "person",
    externalId: row.externalId,
  } as const;
  const linked = await findLink(batch, external);
  return {
    outcome: "same",
    problems: hasRole ? [] : [{ code: "role_differs", field: "role" }],
    changes: [],
    perform: async () => {
      if (linked?.rowId === personId) return { effects: [] };
      await link(batch, external, personId);
      const effect: Effect = {
        did: "linked",
        kind: "person",
        externalId: row.externalId,
        before: linked?.rowId ?? null,
      };
      return { targetId: personId, effects: [effect] };
    },
  };
}
