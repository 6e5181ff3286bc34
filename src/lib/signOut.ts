import { i18n } from "@lingui/core";
import { toastProblem } from "#src/ui/Toasts.tsx";
import { authClient } from "./authClient.ts";
import { setLocked } from "./lock.ts";

/** Their own wish: where they were is nobody's business any more. */
let isWanted = false;

/** Ends the session here and on the server. Without an answer nobody is signed out, and the page says so. */
export async function signOut(): Promise<void> {
  isWanted = true;
  const { error } = await authClient.signOut().catch(() => ({ error: { status: 0 } }));
  // 401: it had ended already.
  if (error && error.status !== 401) {
    isWanted = false;
    toastProblem(
      i18n.t({
        id: "signOut.failed",
        message: "You are still signed in: the server did not answer. Try again when you are online.",
      }),
      { label: i18n.t({ id: "error.retry", message: "Try again" }), onRetry: () => void signOut() },
    );
    return;
  }
  setLocked(false);
  leave();
}

/**
 * The page is loaded anew, so that nothing of the person stays in memory. `next` is where they were when their session
 * ended without their doing: sign-in leads there again.
 */
export function leave(next?: string): void {
  const where = next === undefined || isWanted ? "" : `?${new URLSearchParams({ next, ended: "yes" })}`;
  window.location.assign(`/sign-in${where}`);
}
