import { Trans } from "@lingui/react";
import { CircleCheck, Clock, type LucideIcon, Send } from "lucide-react";
import { type Delivery, deliveryName, deliveryTime, reasonSentence } from "#src/lib/mailWords.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import type { Tone } from "#src/ui/tone.ts";

type State = Exclude<Delivery["state"], "kept">;
const looks: Record<State, { tone: Tone; icon?: LucideIcon }> = {
  waiting: { tone: "information", icon: Clock },
  sending: { tone: "information", icon: Send },
  sent: { tone: "good", icon: CircleCheck },
  failed: { tone: "attention" },
  givenUp: { tone: "danger" },
  dropped: { tone: "neutral" },
};

/** Where a mail stands, in a word. Nothing for one that nobody sends: the page says so once. */
export function MailBadge({ state }: Pick<Delivery, "state">) {
  if (state === "kept") return null;
  const { tone, icon } = looks[state];
  return (
    <Badge tone={tone} {...(icon && { icon })}>
      {deliveryName(state)}
    </Badge>
  );
}

/** Why a mail has not left, in our words and in the server's, and what can be done. */
export function MailTrouble({
  delivery,
  isPending,
  onTryAgain,
}: {
  delivery: Delivery;
  isPending: boolean;
  onTryAgain: () => void;
}) {
  const { state, reason, answer, mayAskAgain } = delivery;
  if (state !== "failed" && state !== "givenUp") return null;
  return (
    <div className="mt-3 flex flex-wrap items-start gap-x-4 gap-y-2 rounded bg-sunken p-3">
      <div className="min-w-0 grow basis-64">
        {reason !== null && (
          <p>
            {reasonSentence(reason)} {deliveryTime(delivery)}
          </p>
        )}
        {answer !== null && (
          <p className="text-14 text-ink-2">
            <Trans
              id="mail.answer"
              message="It said: <0>{answer}</0>"
              values={{ answer }}
              components={{
                0: (
                  <q lang="en" dir="ltr" className="wrap-anywhere">
                    {""}
                  </q>
                ),
              }}
            />
          </p>
        )}
      </div>
      {mayAskAgain && (
        <Button size="small" isPending={isPending} onPress={onTryAgain}>
          <Trans id="mail.tryAgain" message="Try again" />
        </Button>
      )}
    </div>
  );
}
