import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { CalendarClock, MailCheck, Printer } from "lucide-react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { explainDueFrom, noticeDue } from "#convex/guardians/rules.ts";
import { type MailLocale, mailLocaleOf } from "#convex/notifications/rules/mail.ts";
import { format } from "#src/lib/format.ts";
import { languages } from "#src/lib/language.ts";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { Button } from "#src/ui/Button.tsx";
import { EmptyState } from "#src/ui/EmptyState.tsx";
import { RadioField } from "#src/ui/RadioField.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import type { Around } from "./guardianWords.ts";
import { RightsLetter } from "./RightsLetter.tsx";

/** The notice about rights at full age as letters: one for each who gets it on paper, and for guardians without an account. */
export function RightsLetters({
  studentId,
  student,
  from,
  onDone,
}: {
  studentId: Id<"students">;
  /** The student's name. */
  student: string;
  /** The organization that writes. */
  from: string;
  onDone: () => void;
}) {
  const { i18n } = useLingui();
  const around = useQuery(api.guardians.around.list, { studentId });
  const recipients = useQuery(api.guardians.majorityNotices.preview, { studentId });
  const [typed, setTyped] = useState("");
  const [locale, setLocale] = useState<MailLocale>("en");
  const letters = typed
    .split("\n")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const kind = around?.majority.isOfAge ? "rightsTransferred" : "rightsExplained";
  const send = useCommand(api.guardians.majorityNotices.send, {
    showsProblem: false,
    done: i18n.t({ id: "majority.sent", message: "The notice is sent and on record" }),
  });
  const form = useSubmit(() => send({ studentId, kind, paperGiven: true, letters }), onDone);
  if (!around || !recipients)
    return (
      <SkeletonRows label={i18n.t({ id: "letters.loading", message: "Writing the letters" })} rows={8} />
    );
  if (noticeDue(around.majority, around.today) === null) return <NotDue around={around} student={student} />;
  const onPaper = recipients
    .filter(({ ways }) => ways.includes("paper"))
    .map((to) => ({ name: to.name, locale: mailLocaleOf(to.locale) }));
  const all = [...onPaper, ...letters.map((name) => ({ name, locale }))];
  return (
    <>
      <div data-screen-only className="mb-6 max-w-2xl">
        <SubmitForm
          form={form}
          kind="secondary"
          act={<Trans id="letters.posted" message="They are posted: put the notice on record" />}
        >
          <TextField
            name="letters"
            rows={3}
            label={<Trans id="letters.also" message="Guardians who have no account here" />}
            hint={<Trans id="letters.alsoHint" message="One name a line. Each gets a letter." />}
            value={typed}
            onChange={setTyped}
          />
          {letters.length > 0 && (
            <RadioField
              label={<Trans id="letters.language" message="Language of these letters" />}
              options={languages.map(({ code, name }) => ({ id: code, label: name }))}
              value={locale}
              onChange={setLocale}
            />
          )}
          <div>
            <Button kind="primary" onPress={() => window.print()} isDisabled={all.length === 0}>
              <Printer aria-hidden size={18} strokeWidth={1.75} />
              <Trans id="letters.print" message="Print the letters" />
            </Button>
          </div>
          <p className="text-14 text-ink-3">
            <Trans
              id="letters.others"
              message="Whoever reads it on screen or by e-mail gets it when it is put on record."
            />
          </p>
        </SubmitForm>
      </div>
      {all.map((to) => (
        <RightsLetter
          key={`${to.name} ${to.locale}`}
          kind={kind}
          to={to.name}
          locale={to.locale}
          from={from}
          about={student}
          on={around.majority.on}
          today={around.today}
        />
      ))}
      {all.length === 0 && (
        <p className="text-ink-2">
          <Trans id="letters.none" message="Nobody gets this notice on paper." />
        </p>
      )}
    </>
  );
}

/** Instead of letters of a wrong date: when they are due, or when they were given. */
function NotDue({ around: { majority }, student }: { around: Around; student: string }) {
  const kind = majority.isOfAge ? "rightsTransferred" : "rightsExplained";
  const given = majority.notices.find((notice) => notice.kind === kind);
  if (given) {
    return (
      <EmptyState icon={MailCheck} title={<Trans id="letters.given" message="This notice has been given" />}>
        <Trans
          id="letters.givenOn"
          message="It is on record since {day}. {isOfAge, select, yes {There is no further one.} other {The next one is due on {on}, when the rights are the student’s own.}}"
          values={{
            day: format.day(given.givenOn),
            isOfAge: majority.isOfAge ? "yes" : "no",
            on: format.day(majority.on),
          }}
        />
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={CalendarClock}
      title={<Trans id="letters.notDue" message="These letters are not due yet" />}
    >
      <Trans
        id="letters.dueFrom"
        message="The rights are {student}’s own on {on}, and {student} is told of it by {by}. The letters can be printed here from {from}."
        values={{
          student,
          on: format.day(majority.on),
          by: format.day(majority.explainFrom),
          from: format.day(explainDueFrom(majority.explainFrom)),
        }}
      />
    </EmptyState>
  );
}
