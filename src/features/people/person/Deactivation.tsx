import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { useMyOrganization } from "#src/lib/me.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { Button } from "#src/ui/Button.tsx";
import { ConfirmDialog } from "#src/ui/ConfirmDialog.tsx";
import type { Member } from "./RoleHistory.tsx";

/** Ends all that a person is here, or gives it back. */
export function Deactivation({ member }: { member: Member }) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const [isAsking, setIsAsking] = useState(false);
  const person = { organizationId, personId: member.personId };
  const reactivate = useCommand(api.organizations.deactivation.reactivate, {
    done: i18n.t({ id: "person.reactivated", message: "Reactivated" }),
  });
  const deactivate = useCommand(api.organizations.deactivation.deactivate, {
    done: i18n.t({ id: "person.deactivated", message: "Deactivated" }),
    undo: () => void reactivate(person),
  });
  if (member.isDeactivated) {
    return (
      <Banner tone="attention">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <span>
            <Trans
              id="person.isDeactivated"
              message="{name} was deactivated and can open nothing here."
              values={{ name: member.name }}
            />
          </span>
          <Button size="small" isPending={reactivate.isPending} onPress={() => void reactivate(person)}>
            <Trans id="person.reactivate" message="Reactivate" />
          </Button>
        </div>
      </Banner>
    );
  }
  if (member.memberships.every(({ state }) => state === "ended")) return null;
  return (
    <>
      <p className="mb-3 text-ink-2">
        <Trans
          id="person.deactivateAdvice"
          message="All roles end now, and this organization’s data leaves their screens within a second. What they wrote stays under their name."
        />
      </p>
      <Button isPending={deactivate.isPending} onPress={() => setIsAsking(true)}>
        <Trans id="person.deactivate" message="Deactivate" />
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        isDangerous
        title={i18n.t({
          id: "person.deactivateTitle",
          message: "Deactivate {name}?",
          values: { name: member.name },
        })}
        confirmLabel={i18n.t({ id: "person.deactivate", message: "Deactivate" })}
        cancelLabel={i18n.t({ id: "action.cancel", message: "Cancel" })}
        onConfirm={() => void deactivate(person)}
      >
        <Trans
          id="person.deactivateAdvice"
          message="All roles end now, and this organization’s data leaves their screens within a second. What they wrote stays under their name."
        />
      </ConfirmDialog>
    </>
  );
}
