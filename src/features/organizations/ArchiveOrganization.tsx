import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { KeptNotice } from "#src/lib/KeptNotice.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { useKept, useWords } from "#src/lib/useWords.ts";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { Form } from "#src/ui/Form.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import type { Organization } from "./settings/organization.ts";

/** Closes the organization for everybody. Nothing is deleted, and whoever administers it opens it again. */
export function ArchiveOrganization({ organization }: { organization: Organization }) {
  const { i18n } = useLingui();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <Card title={<Trans id="archive.title" message="Archive the organization" />}>
      <p className="mb-4 max-w-prose text-ink-2">
        <Trans
          id="archive.lead"
          message="For an organization whose work is over. Everybody is shut out at once, on open screens too. No record is deleted, and an administrator of the whole organization can open it again."
        />
      </p>
      <Button onPress={() => setIsAsking(true)}>
        <Trans id="archive.begin" message="Archive…" />
      </Button>
      <Dialog
        title={i18n.t({ id: "archive.title", message: "Archive the organization" })}
        closeLabel={i18n.t({ id: "action.close", message: "Close" })}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
      >
        <ArchiveForm organization={organization} onDone={() => setIsAsking(false)} />
      </Dialog>
    </Card>
  );
}

function ArchiveForm({ organization, onDone }: { organization: Organization; onDone: () => void }) {
  const { i18n } = useLingui();
  const { organizationId } = organization;
  const words = useWords(`organization.archive ${organizationId}`);
  const [reason, setReason] = useKept(words, "reason", "");
  // The name is typed to be sure now: a sureness from another day would let one press shut everybody out.
  const [name, setName] = useState("");
  const archive = useCommand(api.organizations.archiving.archive, { showsProblem: false });
  const form = useSubmit(() => archive({ organizationId, name, reason }), onDone, words);
  return (
    <Form
      summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
      errors={form.errors}
      onSubmit={form.submit}
    >
      <KeptNotice words={words} />
      <TextField
        name="reason"
        width="full"
        rows={2}
        label={<Trans id="archive.reason" message="Why" />}
        hint={<Trans id="archive.reasonHint" message="It stays on record." />}
        value={reason}
        onChange={setReason}
      />
      <TextField
        name="name"
        width="full"
        label={
          <Trans
            id="archive.name"
            message="To be sure, type its name: {name}"
            values={{ name: organization.name }}
          />
        }
        value={name}
        onChange={setName}
      />
      <Button kind="danger" type="submit" isPending={form.isPending}>
        <Trans id="archive.confirm" message="Archive for everybody" />
      </Button>
    </Form>
  );
}
