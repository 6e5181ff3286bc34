import { Trans } from "@lingui/react";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import { sessionChanged } from "#src/lib/authRoutes.ts";
import { setLocked } from "#src/lib/lock.ts";
import { enterWithPasskey, hasPasskeys } from "#src/lib/passkeys.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { Button } from "#src/ui/Button.tsx";
import { authProblem } from "../authProblem.ts";

/** Signs in with a passkey; the page moves on by itself. Nothing where the browser has none. */
export function UsePasskey({ kind = "secondary" }: { kind?: "primary" | "secondary" }) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setIsPending] = useState(false);
  if (!hasPasskeys) return null;
  const enter = async () => {
    setIsPending(true);
    setProblem(null);
    const refusal = await enterWithPasskey();
    setIsPending(false);
    if (refusal) return setProblem(authProblem(refusal).form ?? null);
    // Whoever has just shown a passkey is not locked out by what this browser remembers.
    setLocked(false);
    sessionChanged();
  };
  return (
    <>
      {problem !== null && (
        <div className="mb-3">
          <Banner tone="danger" announce>
            {problem}
          </Banner>
        </div>
      )}
      <Button className="w-full" kind={kind} size="large" isPending={isPending} onPress={() => void enter()}>
        <KeyRound aria-hidden size={18} />
        <Trans id="passkeys.use" message="Use a passkey" />
      </Button>
    </>
  );
}
