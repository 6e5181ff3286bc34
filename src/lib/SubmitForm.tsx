import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import { Button } from "#src/ui/Button.tsx";
import type { ButtonKind } from "#src/ui/buttonStyle.ts";
import { Form } from "#src/ui/Form.tsx";
import { KeptNotice } from "./KeptNotice.tsx";
import { OvertakenNotice } from "./OvertakenNotice.tsx";
import type { Submission } from "./useSubmit.ts";

/** A form with one act: problems on top, the act below. */
export function SubmitForm({
  form,
  act,
  kind = "primary",
  children,
}: {
  form: Submission;
  act: ReactNode;
  kind?: ButtonKind;
  children: ReactNode;
}) {
  const { i18n } = useLingui();
  return (
    <Form
      summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
      errors={form.errors}
      onSubmit={form.submit}
    >
      <KeptNotice words={form.words} />
      <OvertakenNotice overtaking={form.overtaking} />
      {children}
      <Button
        kind={kind}
        type="submit"
        isPending={form.isPending}
        className={kind === "primary" ? undefined : "self-start"}
      >
        {act}
      </Button>
    </Form>
  );
}
