import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { paths } from "#src/lib/paths.ts";
import { signOut } from "#src/lib/signOut.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { Button } from "#src/ui/Button.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";

/** Joins with the account that is signed in, if it is the invited one; otherwise says how to change accounts. */
export function AcceptInvitation({ token, email }: { token: string; email: string }) {
  const { i18n } = useLingui();
  const me = useQuery(api.people.me.get);
  const [problem, setProblem] = useState<string | null>(null);
  const accept = useCommand(api.organizations.invitations.accept, { showsProblem: false });
  const join = async () => {
    const outcome = await accept({ token });
    // A full load: the frame must come up with the new membership, whichever account was here before.
    if (outcome.isDone) window.location.assign(paths.home);
    else setProblem(outcome.sentence);
  };
  // Whose account this is decides what is said here.
  if (me === undefined) {
    return (
      <SkeletonRows
        label={i18n.t({ id: "invitation.loading", message: "Reading the invitation" })}
        rows={2}
      />
    );
  }
  if (me && me.person.email.toLowerCase() !== email.toLowerCase()) {
    return (
      <div className="flex flex-col items-start gap-4">
        <Banner
          tone="attention"
          title={<Trans id="invitation.otherAccount" message="This is for another account" />}
        >
          <Trans
            id="invitation.otherAccountAdvice"
            message="You are signed in as {mine}, but the invitation is for {theirs}. Sign out, then open the link again."
            values={{ mine: me.person.email, theirs: email }}
          />
        </Banner>
        <Button onPress={() => void signOut()}>
          <Trans id="account.signOut" message="Sign out" />
        </Button>
      </div>
    );
  }
  return (
    <div className="flex flex-col items-start gap-4">
      {problem !== null && (
        <Banner tone="danger" announce>
          {problem}
        </Banner>
      )}
      <p>
        <Trans
          id="invitation.ready"
          message="You are signed in as {email}. One step is left."
          values={{ email: me?.person.email ?? email }}
        />
      </p>
      <Button kind="primary" size="large" isPending={accept.isPending} onPress={() => void join()}>
        <Trans id="invitation.accept" message="Accept invitation" />
      </Button>
    </div>
  );
}
