import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { Button } from "#src/ui/Button.tsx";
import { Form } from "#src/ui/Form.tsx";
import { TextField } from "#src/ui/TextField.tsx";

/** Gives a passkey the name by which its owner knows it. */
export function RenamePasskey(given: { passkeyId: Id<"passkeys">; name: string; onClose: () => void }) {
  const { passkeyId, onClose } = given;
  const { i18n } = useLingui();
  const [name, setName] = useState(given.name);
  const rename = useCommand(api.people.passkeys.rename, {
    showsProblem: false,
    done: i18n.t({ id: "passkeys.renamed", message: "Renamed" }),
  });
  const form = useSubmit(() => rename({ passkeyId, name }), onClose);
  return (
    <Form
      summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
      errors={form.errors}
      onSubmit={form.submit}
    >
      <TextField
        name="name"
        autoFocus
        width="full"
        label={<Trans id="passkeys.name" message="Name" />}
        value={name}
        onChange={setName}
      />
      <div className="flex flex-wrap gap-2">
        <Button kind="primary" type="submit" isPending={rename.isPending}>
          <Trans id="action.save" message="Save" />
        </Button>
        <Button onPress={onClose}>
          <Trans id="action.cancel" message="Cancel" />
        </Button>
      </div>
    </Form>
  );
}
