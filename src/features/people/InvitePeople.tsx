import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { isCompleteEmail } from "#src/lib/emailAddress.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { sentenceOf } from "#src/lib/problems.ts";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { type Answer, stillLoading } from "#src/lib/submitting.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { roleName } from "#src/lib/words.ts";
import { RadioField } from "#src/ui/RadioField.tsx";
import { SelectField } from "#src/ui/SelectField.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { type StaffRole, staffRoles } from "./staffRoles.ts";

const WHOLE = "whole";

/** Guardians and students are invited from the child's page, where it is clear whose. */
export function InvitePeople({ onDone }: { onDone: () => void }) {
  const { i18n } = useLingui();
  const { organizationId, kind } = useMyOrganization();
  const organization = useQuery(api.organizations.organizations.get, { organizationId });
  const [typed, setTyped] = useState("");
  const [role, setRole] = useState<StaffRole>("teacher");
  const [school, setSchool] = useState<string>(WHOLE);
  const send = useCommand(api.organizations.invitations.sendMany, { showsProblem: false });
  const schools = organization?.schools;
  // In every district, however few its schools: a field that went when they are known would take the button below it
  // from under whoever is about to press it.
  const isChoice = kind === "district";
  const form = useSubmit(async (): Promise<Answer> => {
    const emails = addressesIn(typed);
    const wrong = emails.find((email) => !isCompleteEmail(email));
    if (emails.length === 0 || wrong !== undefined) {
      return { emails: notComplete(wrong) };
    }
    // The whole organization reaches far: nobody is given it before the schools could be seen.
    if (isChoice && schools === undefined) return { schoolId: stillLoading() };
    const schoolId = school === WHOLE ? {} : { schoolId: school as Id<"organizations"> };
    const outcome = await send({ organizationId, emails, role, ...schoolId });
    if (!outcome.isDone) return outcome;
    const refused = outcome.value.filter((answer) => answer.outcome !== "sent");
    if (refused.length === 0) return outcome;
    // Whoever was invited leaves the box; the others stay in it, each with the reason.
    setTyped(refused.map(({ email }) => email).join("\n"));
    return { emails: refused.map((answer) => `${answer.email}: ${sentence(answer.outcome)}`).join("\n") };
  }, onDone);
  return (
    <SubmitForm form={form} act={<Trans id="invite.send" message="Send invitation" />}>
      <TextField
        name="emails"
        width="full"
        rows={3}
        label={<Trans id="people.emails" message="E-mail addresses" />}
        hint={
          <Trans
            id="people.emailsHint"
            message="One or several, each on a line of its own or after a comma."
          />
        }
        value={typed}
        onChange={setTyped}
      />
      <RadioField<StaffRole>
        name="role"
        label={<Trans id="people.role" message="Role" />}
        hint={
          <Trans
            id="people.inviteHint"
            message="What they may open follows from the teams they are on. Parents are invited from the child’s page."
          />
        }
        options={staffRoles.map((id) => ({ id, label: roleName(id) }))}
        value={role}
        onChange={setRole}
      />
      {isChoice && (
        <SelectField
          name="schoolId"
          width="full"
          label={<Trans id="people.where" message="Where" />}
          hint={
            role === "administrator" ? (
              <Trans
                id="people.whereHint"
                message="An administrator of one school sees the students of that school only."
              />
            ) : undefined
          }
          options={
            schools && [
              { id: WHOLE, label: i18n.t({ id: "people.everywhere", message: "The whole organization" }) },
              ...schools.map(({ schoolId, name }) => ({ id: schoolId as string, label: name })),
            ]
          }
          value={school}
          onChange={setSchool}
        />
      )}
    </SubmitForm>
  );

  function notComplete(wrong: string | undefined): string {
    if (wrong === undefined) {
      return i18n.t({ id: "auth.problem.email", message: "Enter a complete e-mail address." });
    }
    return i18n.t({
      id: "people.notComplete",
      message: "“{wrong}” is not a complete e-mail address.",
      values: { wrong },
    });
  }
  function sentence(code: string): string {
    return sentenceOf({ code } as Parameters<typeof sentenceOf>[0]);
  }
}

/** The addresses in a text that was typed or pasted, from a mail program's list too: "Ana <ana@school.example>". */
function addressesIn(typed: string): string[] {
  return typed
    .split(/[\s,;]+/)
    .map((part) => part.replace(/^<|>$/g, ""))
    .filter(
      (part, _index, all) => part !== "" && (part.includes("@") || !all.some((other) => other.includes("@"))),
    );
}
