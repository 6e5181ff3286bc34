import { v } from "convex/values";
import { studentMutation } from "../functions";
import { invite } from "../organizations/inviting";

/**
 * Invites the student to an account of their own, which sees what the family sees.
 * @throws consent_missing under thirteen, until a parent has agreed (16 CFR 312.5)
 */
export const sendInvitation = studentMutation({
  can: "students.manageTeam",
  args: { email: v.string() },
  returns: v.id("invitations"),
  handler: async (ctx, { studentId, email }) => await invite(ctx, { email, role: "student", studentId }),
});
