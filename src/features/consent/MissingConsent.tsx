import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import type { ConsentKind } from "#convex/consent/rules/kinds.ts";
import { recipientKey } from "#convex/consent/rules/standing.ts";
import { consentName } from "#src/lib/consentWords.ts";
import { format } from "#src/lib/format.ts";
import { paths } from "#src/lib/paths.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Link } from "#src/ui/Link.tsx";
import type { Consents } from "./standing.ts";

/**
 * Says that what the screen is about needs a consent which is not there, and asks the family for it in the words
 * given. Nothing while it stands, or where this jurisdiction does not ask. Pages hand it to the form that needs it.
 */
export function MissingConsent({
  studentId,
  kind,
  recipient,
  scope,
}: {
  studentId: Id<"students">;
  kind: ConsentKind;
  /** Who would be told, for data sharing. */
  recipient?: string;
  /** What exactly the family is asked. */
  scope: string;
}) {
  const { i18n } = useLingui();
  const consents = useQuery(api.consent.overview.get, { studentId });
  const ask = useCommand(api.consent.requests.ask, {
    done: i18n.t({ id: "asking.sent", message: "The family can answer now" }),
  });
  if (consents === undefined || !isMissing(consents, kind, recipient)) return null;
  const isSame = (other: string | null) => recipientKey(other ?? "") === recipientKey(recipient ?? "");
  const asked = consents.requests.find((open) => open.kind === kind && isSame(open.recipient));
  return (
    <Banner
      tone="attention"
      title={
        <Trans
          id="consents.missing"
          message="A consent is missing: {consent}"
          values={{ consent: consentName(kind) }}
        />
      }
    >
      {recipient !== undefined && <p dir="auto">{recipient}</p>}
      {asked ? (
        <p>
          <Trans
            id="consents.missingAsked"
            message="The family was asked on {day} and has not answered."
            values={{ day: format.day(asked.askedOn) }}
          />
        </p>
      ) : (
        <p>
          <Trans
            id="consents.missingAdvice"
            message="Ask for it here; the family answers on its own page. A signed paper is recorded under Consents."
          />
        </p>
      )}
      <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        {!asked && consents.mayRecord && (
          <Button
            size="small"
            isDisabled={scope.trim() === ""}
            isPending={ask.isPending}
            onPress={() => void ask({ studentId, kind, scope, ...(recipient && { recipient }) })}
          >
            <Trans id="consents.ask" message="Ask the family" />
          </Button>
        )}
        <Link href={paths.studentConsents(studentId)}>
          <Trans id="consents.toPage" message="To the consents" />
        </Link>
      </p>
    </Banner>
  );
}

function isMissing({ standings }: Consents, kind: ConsentKind, recipient: string | undefined): boolean {
  const ofKind = standings.filter((standing) => standing.kind === kind);
  if (ofKind.length === 0) return false;
  const isMeant = (told: string | null) =>
    recipient === undefined || (told !== null && recipientKey(told) === recipientKey(recipient));
  return !ofKind.some((standing) => isMeant(standing.recipient) && standing.isAllowed);
}
