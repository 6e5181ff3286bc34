import type { Infer } from "convex/values";
import type { Doc, Id } from "../_generated/dataModel";
import type { InCompartment } from "../access/enter";
import { consentStanding } from "../consent/model";
import { problem } from "../errors";
import type { MutationCtx, QueryCtx } from "../functions";
import { accepted } from "../typed";
import { disclosureInput, isRequiredByLaw, type LegalGround, type RecordType } from "./rules";
import type { onwardRecipient } from "./schema";

export type Disclosure = {
  recipient: string;
  purpose: string;
  ground: LegalGround;
  authority: string;
  recordTypes: RecordType[];
  disclosedOn: string;
  onwardTo?: Infer<typeof onwardRecipient>[];
};

type Writes = Pick<MutationCtx, "db"> &
  Pick<InCompartment, "compartment" | "student" | "organization" | "person" | "today">;

/**
 * Writes down that something of the record went outside. Called by every command that gives something out, in its
 * own transaction, and by disclosures/disclosures.ts for what went out by hand. What rests on the family's consent
 * needs one on record that names the recipient and stood on that day (34 CFR 99.30, 300.622); the exceptions that
 * the law makes (99.31(a)) name their authority instead.
 * @throws consent_missing, day_in_future
 */
export async function recordDisclosure(ctx: Writes, disclosure: Disclosure): Promise<Id<"disclosures">> {
  const { ground, onwardTo = [], ...typed } = disclosure;
  const read = accepted(disclosureInput, { ...typed, onwardTo });
  if (read.disclosedOn > ctx.today) throw problem("day_in_future", { field: "disclosedOn" });
  const consentId = ground === "consent" ? await requireSharing(ctx, read) : undefined;
  return await ctx.db.insert("disclosures", {
    ...ctx.compartment,
    ...read,
    ground,
    ...(consentId && { consentId }),
    isRequiredByLaw: isRequiredByLaw(ground),
    recordedBy: ctx.person._id,
    recordedAt: Date.now(),
  });
}

type Sharing = { recipient: string; disclosedOn: string };

/** The family's agreement to tell this recipient, as it stood on the day on which they were told. */
async function requireSharing(ctx: Writes, { recipient, disclosedOn }: Sharing): Promise<Id<"consents">> {
  const kind = "dataSharing";
  const { consent, state } = await consentStanding(ctx, kind, { on: disclosedOn, recipient });
  if (state === "given" && consent) return consent._id;
  throw problem("consent_missing", { field: "recipient", params: { kind, state, recipient } });
}

const MOST_OPEN = 200;

/** The requests that wait for an answer, the earliest due first; of the organization, up to a day. */
export async function openRequests(
  ctx: Pick<QueryCtx, "db">,
  organizationId: Id<"organizations">,
  dueBy: string,
): Promise<Doc<"recordRequests">[]> {
  return await ctx.db
    .query("recordRequests")
    .withIndex("by_organization_and_status_and_due", (q) =>
      q.eq("organizationId", organizationId).eq("status", "open").lte("dueOn", dueBy),
    )
    .take(MOST_OPEN);
}
