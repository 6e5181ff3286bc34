import { i18n } from "@lingui/core";
import { Trans } from "@lingui/react";
import type { FunctionReturnType } from "convex/server";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { useCommand } from "#src/lib/useCommand.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { Button } from "#src/ui/Button.tsx";

type Standing = FunctionReturnType<typeof api.notifications.outbox.standing>;

/** What keeps mail from being sent, and what to do: said once, above the mails. */
export function MailNotice({
  organizationId,
  standing: { sending, variable, givenUp },
  isNarrowed,
  onNarrow,
}: {
  organizationId: Id<"organizations">;
  standing: Standing;
  /** Whether only the mails that were given up are shown. */
  isNarrowed: boolean;
  onNarrow: (isNarrowed: boolean) => void;
}) {
  const tryAgain = useCommand(api.notifications.outbox.tryAgain, {
    done: (count) =>
      i18n.t({
        id: "mail.triedAgain",
        message:
          "{count, plural, =0 {Nothing is left to send} one {# mail is tried again} other {# mails are tried again}}",
        values: { count },
      }),
  });
  return (
    <div className="mb-6 flex flex-col gap-3 empty:hidden">
      {sending === "unset" && (
        <Banner title={<Trans id="mail.unset" message="Mail is not sent from here yet" />}>
          <Trans
            id="mail.unsetAdvice"
            message="Hand out the links below yourself, or ask whoever runs OpenIEP to name a mail server: the README says how, under Mail. What still holds by then leaves by itself."
          />
        </Banner>
      )}
      {sending === "unreadable" && (
        <Banner
          tone="attention"
          title={<Trans id="mail.unreadable" message="Mail is not sent: its setting cannot be read" />}
        >
          <Trans
            id="mail.unreadableAdvice"
            message="Ask whoever runs OpenIEP to look at the variable {variable}: the README says how it is written, under Mail."
            values={{ variable }}
          />
        </Banner>
      )}
      {givenUp > 0 && (
        <Banner
          tone="danger"
          title={
            <Trans
              id="mail.someGivenUp"
              message="{count, plural, one {# mail of the last seven days could not be sent} other {# mails of the last seven days could not be sent}}"
              values={{ count: givenUp }}
            />
          }
          actions={
            <>
              <Button size="small" kind="quiet" onPress={() => onNarrow(!isNarrowed)}>
                {isNarrowed ? (
                  <Trans id="mail.showAll" message="Show all mail" />
                ) : (
                  <Trans id="mail.showGivenUp" message="Show only these" />
                )}
              </Button>
              {sending === "ready" && (
                <Button
                  size="small"
                  isPending={tryAgain.isPending}
                  onPress={() => void tryAgain({ organizationId })}
                >
                  <Trans id="mail.tryAllAgain" message="Try all again" />
                </Button>
              )}
            </>
          }
        >
          <Trans
            id="mail.someGivenUpAdvice"
            message="Below stands why. Put that right, and have it tried again."
          />
        </Banner>
      )}
    </div>
  );
}
