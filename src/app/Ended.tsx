import { useEffect, useState } from "react";
import { authClient } from "#src/lib/authClient.ts";
import { answered, sessionChanged } from "#src/lib/authRoutes.ts";
import { setLocked } from "#src/lib/lock.ts";
import { leave } from "#src/lib/signOut.ts";
import { WaitingScreen } from "./WaitingScreen.tsx";

/**
 * The session that this page knew has ended on the server. Usually the person is signed out, here or from elsewhere,
 * and signs in again where they were; when their own act has put another session in its place (a second step turned
 * on or off), the page takes that one.
 */
export function Ended({ onStillIn = sessionChanged }: { onStillIn?: () => void }) {
  // Now: the door may have begun to lead to sign-in before the answer is there.
  const [where] = useState(() => window.location.pathname);
  useEffect(() => {
    void (async () => {
      await answered();
      const { data } = await authClient.getSession().catch(() => ({ data: null }));
      if (data) return onStillIn();
      setLocked(false);
      leave(where);
    })();
  }, [where, onStillIn]);
  return <WaitingScreen />;
}
