import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { type ReactNode, useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { FormDialog } from "#src/lib/FormDialog.tsx";
import { paths } from "#src/lib/paths.ts";
import { stillLoading } from "#src/lib/submitting.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { CheckboxField } from "#src/ui/CheckboxField.tsx";
import { Link } from "#src/ui/Link.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { type NoticeKind, wayNames } from "./guardianWords.ts";
import { RightsWords } from "./RightsWords.tsx";

/** Sends the notice about rights at full age: its words, whom it reaches how, and what is handed over on paper. */
export function SendNotice({
  studentId,
  kind,
  on,
  readsAloneOn,
  delivery,
  onClose,
}: {
  studentId: Id<"students">;
  kind: NoticeKind;
  /** The day of full age. */
  on: string;
  readsAloneOn: string;
  /** Says, and asks for, the agreement to e-mail while it is missing. */
  delivery: (scope: string) => ReactNode;
  onClose: () => void;
}) {
  const { i18n } = useLingui();
  const recipients = useQuery(api.guardians.majorityNotices.preview, { studentId });
  const [paperGiven, setPaperGiven] = useState(false);
  const send = useCommand(api.guardians.majorityNotices.send, {
    showsProblem: false,
    done: i18n.t({ id: "majority.sent", message: "The notice is sent and on record" }),
  });
  const onPaper = recipients?.filter(({ ways }) => ways.includes("paper")) ?? [];
  const form = useSubmit(
    () => (recipients === undefined ? { form: stillLoading() } : send({ studentId, kind, paperGiven })),
    onClose,
  );
  return (
    <FormDialog
      title={i18n.t({ id: "majority.send", message: "Send the notice" })}
      onClose={onClose}
      form={form}
      act={<Trans id="majority.send" message="Send the notice" />}
    >
      <div className="rounded bg-sunken p-3">
        <RightsWords kind={kind} on={on} readsAloneOn={readsAloneOn} />
      </div>
      <section>
        <h3 className="font-semibold">
          <Trans id="majority.whom" message="Whom it reaches" />
        </h3>
        {recipients === undefined && (
          <SkeletonRows label={i18n.t({ id: "letters.loading", message: "Writing the letters" })} rows={2} />
        )}
        <ul className="mt-1 flex flex-col gap-1">
          {recipients?.map(({ name, ways }) => (
            <li key={name}>
              {name} <span className="text-ink-3">{wayNames(ways)}</span>
            </li>
          ))}
        </ul>
      </section>
      {recipients?.some(({ ways }) => ways.includes("onScreen") && ways.includes("paper")) &&
        delivery(
          i18n.t({
            id: "majority.deliveryScope",
            message: "Notices about rights in special education, and copies of the plan, by e-mail",
          }),
        )}
      <p>
        <Link href={paths.rightsLetters(studentId)}>
          <Trans id="majority.letters" message="Print letters, also for guardians without an account" />
        </Link>
      </p>
      {onPaper.length > 0 && (
        <CheckboxField
          name="paperGiven"
          label={<Trans id="majority.paperGiven" message="The letters on paper have been given or posted" />}
          isSelected={paperGiven}
          onChange={setPaperGiven}
        />
      )}
    </FormDialog>
  );
}
