import type { Infer } from "convex/values";
import type { Doc, Id } from "../_generated/dataModel";
import type { MutationCtx } from "../functions";
import type { mailTemplate } from "./schema";

type Mail = {
  organizationId?: Id<"organizations">;
  to: string;
  template: Infer<typeof mailTemplate>;
  params: Record<string, string>;
  url: string;
};

/** Puts a mail into the outbox, in the transaction that causes it: both happen, or neither. */
export async function post(ctx: Pick<MutationCtx, "db">, mail: Mail): Promise<void> {
  await ctx.db.insert("outbox", { ...mail, hasLink: true, createdAt: Date.now() });
}

/** The words of a mail: subject and body in plain text, the link not among them. */
export function wordsOf({ template, params }: Pick<Doc<"outbox">, "template" | "params">): {
  subject: string;
  body: string;
} {
  const { name = "", organizationName = "", invitedByName = "" } = params;
  switch (template) {
    case "invitation":
      return {
        subject: `${invitedByName} invites you to ${organizationName} on OpenIEP`,
        body: `${invitedByName} has invited you to join ${organizationName}. Open the link to make your account. It can be used once, within seven days.`,
      };
    case "passwordReset":
      return {
        subject: "Choose a new OpenIEP password",
        body: `Hello ${name}. Someone, we hope you, asked for a new password. Open the link within 30 minutes to choose one. If it was not you, do nothing: your password stays as it is.`,
      };
  }
}
