import { useCallback, useEffect, useMemo } from "react";
import { authClient } from "./authClient.ts";

const firstRetryMs = 1_000;
const longestRetryMs = 15_000;

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Asks for a token until the server has answered: a server that is away has not signed anybody out. */
async function fetchToken(): Promise<string | null> {
  for (let delay = firstRetryMs; ; delay = Math.min(delay * 2, longestRetryMs)) {
    try {
      const { data, error } = await authClient.convex.token({ fetchOptions: { throw: false } });
      if (data?.token) return data.token;
      if (error === null || (error.status >= 400 && error.status < 500 && error.status !== 429)) return null;
    } catch {
      // No answer at all: the network or the server is away.
    }
    await wait(delay);
  }
}

/**
 * The session as Convex's provider wants it. Differs from the stock hook in one thing: an unreachable server keeps
 * the last known answer, so that a restart of the deployment never throws anybody back to the sign-in page.
 */
export function useSession() {
  const { data, error, isPending, refetch } = authClient.useSession();
  const sessionId = data?.session.id;
  const isUnknown = !data && error !== null && error.status !== 401;
  useEffect(() => {
    if (!isUnknown) return;
    const timer = setTimeout(() => void refetch(), firstRetryMs);
    return () => clearTimeout(timer);
  }, [isUnknown, refetch]);

  // A new function for each session makes the provider authenticate anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: sessionId is the reason to change, not an input
  const fetchAccessToken = useCallback(() => fetchToken(), [sessionId]);
  const isLoading = (isPending && !data) || isUnknown;
  return useMemo(
    () => ({ isLoading, isAuthenticated: sessionId !== undefined, fetchAccessToken }),
    [isLoading, sessionId, fetchAccessToken],
  );
}
