import { authClient } from "./authClient.ts";

/** Ends the session here and on the server. The page is loaded anew, so that nothing of the person stays in memory. */
export async function signOut(): Promise<void> {
  await authClient.signOut();
  window.location.assign("/sign-in");
}
