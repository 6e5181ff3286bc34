import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import type { FunctionReturnType } from "convex/server";
import { api } from "#convex/_generated/api.js";
import { useMyOrganization } from "#src/lib/me.ts";
import { readRefusal } from "#src/lib/problems.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Unknown } from "#src/ui/InOrder.tsx";
import { InviteBack } from "./InviteBack.tsx";

/** In an organization that was moved here: who has no account yet, and all of them invited back at once. */
export function ReturningPeople() {
  const { organizationId } = useMyOrganization();
  const run = useQuery(api.organizations.returns.get, { organizationId });
  const goOn = useCommand(api.organizations.returns.start);
  if (run === undefined) return <Unknown />;
  if (run === null || run.status === "finished") {
    return (
      <>
        {run !== null && run.skipped.length + run.skippedUnnamed > 0 && (
          <NotInvited people={run.skipped} more={run.skippedUnnamed} />
        )}
        <InviteBack />
      </>
    );
  }
  const { invited } = run;
  if (run.status === "stopped") {
    return (
      <Banner
        announce
        tone="attention"
        title={<Trans id="returning.stopped" message="Inviting people back has stopped" />}
      >
        <p>
          <Trans
            id="returning.stoppedAfter"
            message="{invited, plural, =0 {Nobody was} one {# person was} other {# people were}} invited before a fault on the server. Going on invites the others, and nobody twice."
            values={{ invited }}
          />
        </p>
        <Button className="mt-3" isPending={goOn.isPending} onPress={() => void goOn({ organizationId })}>
          <Trans id="returning.goOn" message="Go on" />
        </Button>
      </Banner>
    );
  }
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

type Skipped = NonNullable<FunctionReturnType<typeof api.organizations.returns.get>>["skipped"];

/** Whom the run passed over, because something of theirs cannot be read or be so, and why; of very many, the first. */
function NotInvited({ people, more }: { people: Skipped; more: number }) {
  const { i18n } = useLingui();
  const why = (code: string | null) =>
    code === null
      ? i18n.t({
          id: "returning.fault",
          message: "their record could not be read; whoever runs the server finds the reason in its log",
        })
      : readRefusal(code);
  return (
    <Banner
      tone="attention"
      title={
        <Trans
          id="returning.skipped"
          message="{skipped, plural, one {# person could not be invited back} other {# people could not be invited back}}"
          values={{ skipped: people.length + more }}
        />
      }
    >
      <ul className="list-disc ps-5">
        {people.map(({ personId, name, code }) => (
          <li key={personId}>
            <bdi>{name}</bdi>: {why(code)}
          </li>
        ))}
        {more > 0 && (
          <li>
            <Trans
              id="returning.skippedMore"
              message="{more, plural, one {and # person more} other {and # people more}}, named in the log of the server"
              values={{ more }}
            />
          </li>
        )}
      </ul>
    </Banner>
  );
}
