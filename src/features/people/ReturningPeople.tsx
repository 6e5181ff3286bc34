import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { useMyOrganization } from "#src/lib/me.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { Button } from "#src/ui/Button.tsx";
import { ConfirmDialog } from "#src/ui/ConfirmDialog.tsx";

/** In an organization that was moved here: who has no account yet, and all of them invited back at once. */
export function ReturningPeople() {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const returning = useQuery(api.organizations.returns.get, { organizationId });
  const start = useCommand(api.organizations.returns.start);
  const [isAsking, setIsAsking] = useState(false);
  if (returning === undefined) return null;
  const { waiting, isWhole, isRunning, invited } = returning;
  if (isRunning) {
    return (
      <Banner announce title={<Trans id="returning.running" message="People are being invited back" />}>
        <Trans
          id="returning.soFar"
          message="{invited, plural, one {# person} other {# people}} invited so far. It goes on when you leave this page."
          values={{ invited }}
        />
      </Banner>
    );
  }
  if (waiting === 0 && isWhole) return null;
  return (
    <>
      <Banner
        title={
          isWhole ? (
            <Trans
              id="returning.count"
              message="{waiting, plural, one {# person has no account yet} other {# people have no account yet}}"
              values={{ waiting }}
            />
          ) : (
            <Trans id="returning.many" message="Many people have no account yet" />
          )
        }
      >
        <p>
          <Trans
            id="returning.why"
            message="They came here with your organization’s records. Once they follow their invitation, what they are, their students and all that they have written are theirs again."
          />
        </p>
        <Button className="mt-3" isPending={start.isPending} onPress={() => setIsAsking(true)}>
          <Trans id="returning.invite" message="Invite them" />
        </Button>
      </Banner>
      <ConfirmDialog
        title={i18n.t({ id: "returning.confirm", message: "Invite everybody back?" })}
        confirmLabel={i18n.t({ id: "returning.confirmed", message: "Invite all of them" })}
        cancelLabel={i18n.t({ id: "action.cancel", message: "Cancel" })}
        isOpen={isAsking}
        onConfirm={() => void start({ organizationId })}
        onClose={() => setIsAsking(false)}
      >
        <Trans
          id="returning.confirmAdvice"
          message="Each gets one mail, in their language, with a link that works for seven days. Whoever has an open invitation gets no second one."
        />
      </ConfirmDialog>
    </>
  );
}
