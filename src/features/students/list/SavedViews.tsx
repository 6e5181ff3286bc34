import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { Bookmark } from "lucide-react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { useMyOrganization } from "#src/lib/me.ts";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { Button } from "#src/ui/Button.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { Menu, MenuItem, MenuSeparator } from "#src/ui/Menu.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { type ListAddress, queryOf } from "./listFilters.ts";

/** The list as I like to see it, under names of my own. */
export function SavedViews({ address, onOpen }: { address: ListAddress; onOpen: (query: string) => void }) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const views = useQuery(api.students.views.list, { organizationId }) ?? [];
  const current = views.find(({ query }) => query === queryOf(address));
  const [isNaming, setIsNaming] = useState(false);
  const save = useCommand(api.students.views.save);
  const remove = useCommand(api.students.views.remove, {
    done: i18n.t({ id: "views.removed", message: "View removed" }),
    undo: () => current && void save({ organizationId, ...current }),
  });
  const title = i18n.t({ id: "views.title", message: "Saved views" });
  return (
    <>
      <Menu
        label={title}
        trigger={
          <Button size="small" className="max-w-48 max-sm:min-h-10">
            <Bookmark aria-hidden size={16} strokeWidth={1.75} className="shrink-0" />
            <span className="truncate">{current?.name ?? title}</span>
          </Button>
        }
      >
        {views.map(({ name, query }) => (
          <MenuItem key={name} onAction={() => onOpen(query)}>
            {name}
          </MenuItem>
        ))}
        {views.length > 0 && <MenuSeparator />}
        <MenuItem onAction={() => setIsNaming(true)}>
          {i18n.t({ id: "views.save", message: "Save this view" })}
        </MenuItem>
        {current && (
          <MenuItem isDangerous onAction={() => void remove({ organizationId, name: current.name })}>
            {i18n.t({ id: "views.remove", message: "Remove “{name}”", values: { name: current.name } })}
          </MenuItem>
        )}
      </Menu>
      <Dialog
        title={i18n.t({ id: "views.save", message: "Save this view" })}
        closeLabel={i18n.t({ id: "action.close", message: "Close" })}
        isOpen={isNaming}
        onClose={() => setIsNaming(false)}
      >
        <NameView address={address} onDone={() => setIsNaming(false)} />
      </Dialog>
    </>
  );
}

function NameView({ address, onDone }: { address: ListAddress; onDone: () => void }) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const [name, setName] = useState("");
  const save = useCommand(api.students.views.save, {
    showsProblem: false,
    done: i18n.t({ id: "views.saved", message: "View saved" }),
  });
  const form = useSubmit(() => save({ organizationId, name, query: queryOf(address) }), onDone);
  return (
    <SubmitForm form={form} act={<Trans id="views.keep" message="Save" />}>
      <TextField
        name="name"
        width="full"
        label={<Trans id="views.name" message="Name" />}
        hint={<Trans id="views.hint" message="Filters, order and words are kept. Only you see it." />}
        value={name}
        onChange={setName}
      />
    </SubmitForm>
  );
}
