import { Trans, useLingui } from "@lingui/react";
import { usePaginatedQuery } from "convex/react";
import { useEffect, useState } from "react";
import { api } from "#convex/_generated/api.js";
import { useMyOrganization } from "#src/lib/me.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { Button } from "#src/ui/Button.tsx";
import { ConfirmDialog } from "#src/ui/ConfirmDialog.tsx";

/** As many as the server looks at in one go. */
const PAGE = 200;

/** How many members have no account and were not invited lately, counted page by page, and the button that invites them. */
export function InviteBack() {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const counted = usePaginatedQuery(
    api.organizations.returns.list,
    { organizationId },
    { initialNumItems: PAGE },
  );
  const { status, loadMore } = counted;
  useEffect(() => {
    if (status === "CanLoadMore") loadMore(PAGE);
  }, [status, loadMore]);
  const start = useCommand(api.organizations.returns.start);
  const [isAsking, setIsAsking] = useState(false);
  const waiting = counted.results.length;
  if (waiting === 0) return null;
  return (
    <>
      <Banner
        title={
          status === "Exhausted" ? (
            <Trans
              id="returning.count"
              message="{waiting, plural, one {# person has no account yet} other {# people have no account yet}}"
              values={{ waiting }}
            />
          ) : (
            <Trans
              id="returning.counting"
              message="{waiting, plural, one {# person or more have no account yet} other {# people or more have no account yet}}"
              values={{ waiting }}
            />
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
