import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import { Button } from "#src/ui/Button.tsx";
import { Form, type FormErrors } from "#src/ui/Form.tsx";

/** The frame of a form in a box: problems on top, one act below. */
export function RecordForm({
  errors,
  onSubmit,
  act,
  isPending,
  isDangerous = false,
  children,
}: {
  errors: FormErrors;
  onSubmit: () => void;
  act: string;
  isPending: boolean;
  isDangerous?: boolean;
  children: ReactNode;
}) {
  const { i18n } = useLingui();
  return (
    <Form
      summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
      errors={errors}
      onSubmit={onSubmit}
    >
      {children}
      <Button kind={isDangerous ? "danger" : "primary"} type="submit" isPending={isPending}>
        {act}
      </Button>
    </Form>
  );
}
