import { useLingui } from "@lingui/react";
import { useId, useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { accommodationInput } from "#convex/ieps/rules/goal.ts";
import { accepted } from "#convex/typed.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { Button } from "#src/ui/Button.tsx";
import { Form } from "#src/ui/Form.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { errorsOf } from "../fields/errorsOf.ts";

/** Writes one accommodation after the other, below the list. */
export function AddAccommodation({
  studentId,
  iepId,
  categories,
  onClose,
}: {
  studentId: Id<"students">;
  iepId: Id<"ieps">;
  /** The kinds that this plan already uses, offered while typing. */
  categories: readonly string[];
  onClose: () => void;
}) {
  const { i18n } = useLingui();
  const [typed, setTyped] = useState({ category: categories[0] ?? "", text: "", setting: "" });
  const formId = useId();
  const add = useCommand(api.ieps.accommodations.add, {
    showsProblem: false,
    done: i18n.t({ id: "accommodation.added", message: "Accommodation added" }),
  });
  const form = useSubmit(
    () => errorsOf(() => accepted(accommodationInput, typed)) ?? add({ studentId, iepId, ...typed }),
    () => setTyped({ ...typed, text: "", setting: "" }),
  );
  const field = (name: keyof typeof typed) => ({
    name,
    value: typed[name],
    onChange: (value: string) => setTyped({ ...typed, [name]: value }),
  });
  return (
    <section
      aria-labelledby={formId}
      data-screen-only
      className="rounded border border-hairline bg-sunken p-4"
    >
      <h3 id={formId} className="mb-3 text-16">
        {i18n.t({ id: "accommodation.add", message: "Add an accommodation" })}
      </h3>
      <Form
        summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
        errors={form.errors}
        onSubmit={form.submit}
      >
        <TextField
          label={i18n.t({ id: "accommodation.text", message: "What is done" })}
          hint={i18n.t({ id: "accommodation.textHint", message: "For example: “Tests are read aloud.”" })}
          {...field("text")}
        />
        <TextField
          label={i18n.t({ id: "accommodation.setting", message: "Where and when" })}
          optional={i18n.t({ id: "field.optional", message: "(optional)" })}
          {...field("setting")}
        />
        <TextField
          label={i18n.t({ id: "accommodation.category", message: "Kind" })}
          hint={i18n.t({
            id: "accommodation.categoryHint",
            message: "For example: presentation, timing, setting.",
          })}
          {...field("category")}
        />
        <div className="flex gap-2">
          <Button type="submit" kind="primary" isPending={form.isPending}>
            {i18n.t({ id: "action.add", message: "Add" })}
          </Button>
          <Button onPress={onClose}>{i18n.t({ id: "action.close", message: "Close" })}</Button>
        </div>
      </Form>
    </section>
  );
}
