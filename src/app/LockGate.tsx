import { useMutation } from "convex/react";
import type { FunctionReturnType } from "convex/server";
import { type ReactNode, Suspense, useCallback, useEffect, useRef, useSyncExternalStore } from "react";
import { toast } from "sonner";
import { api } from "#convex/_generated/api.js";
import { lazyComponent } from "#src/lib/lazyComponent.ts";
import { isLocked, setLocked, subscribeToLock } from "#src/lib/lock.ts";
import { useIdleWatch } from "#src/lib/useIdleWatch.ts";
import { WaitingScreen } from "./WaitingScreen.tsx";

const LockScreen = lazyComponent(() => import("#src/features/auth/LockScreen.tsx"), "LockScreen");

/**
 * Shows the lock screen instead of the page while this session is locked, here or on the server, which then answers
 * nothing else: the page is unmounted, so none of its live queries goes on.
 */
export function LockGate({
  lock,
  lockAfterMinutes,
  children,
}: {
  lock: FunctionReturnType<typeof api.people.lock.get> | undefined;
  lockAfterMinutes: number | undefined;
  children: ReactNode;
}) {
  const engage = useMutation(api.people.lock.engage);
  const isLockedHere = useSyncExternalStore(subscribeToLock, isLocked);
  const lockNow = useCallback(() => {
    // A field that saves when it is left is left first.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    toast.dismiss();
    setLocked(true);
  }, []);
  useIdleWatch(isLockedHere ? undefined : lockAfterMinutes, lockNow);
  const wasLocked = useRef(false);
  /** When the password had last been given as this tab locked. Undefined while it is open. */
  const provenBefore = useRef<number | null>(undefined);
  useEffect(() => {
    if (!lock) return;
    const wasUnlocked = wasLocked.current && !lock.isLocked;
    wasLocked.current = lock.isLocked;
    if (!isLockedHere) provenBefore.current = undefined;
    else if (provenBefore.current === undefined) provenBefore.current = lock.provenAt;
    if (!isLockedHere || lock.isLocked) return;
    const provenAt = provenBefore.current ?? null;
    // A tab that slept may hear of nothing between: that the password was given since is enough.
    if (wasUnlocked || (lock.provenAt ?? 0) > (provenAt ?? 0)) setLocked(false);
    // Refused when another tab has told it already.
    else void engage({ provenAt }).catch(() => {});
  }, [lock, isLockedHere, engage]);

  // Nobody is signed in any more: whoever comes next is not locked out.
  if (lock === null || (!isLockedHere && !lock?.isLocked)) return children;
  if (lock === undefined) return <WaitingScreen />;
  return (
    <Suspense fallback={<WaitingScreen />}>
      <LockScreen
        name={lock.name}
        email={lock.email}
        hasPassword={lock.hasPassword}
        onUnlocked={() => setLocked(false)}
      />
    </Suspense>
  );
}
