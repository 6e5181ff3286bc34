import { useConvexConnectionState } from "convex/react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { deploymentUrl } from "./convexClient.ts";

export type Connection = "online" | "offline";

/** A short break is not news: it counts as offline after two seconds. */
const patienceMs = 2_000;

/** A deployment on this very machine can be reached without any network. */
const isOnThisMachine = /^(localhost|127\.|\[::1\])/.test(new URL(deploymentUrl).hostname);

function subscribe(onChange: () => void): () => void {
  window.addEventListener("online", onChange);
  window.addEventListener("offline", onChange);
  return () => {
    window.removeEventListener("online", onChange);
    window.removeEventListener("offline", onChange);
  };
}

/** Whether the device has a network at all: known at once, while a dead connection is noticed only after a while. */
const hasNetwork = () => isOnThisMachine || navigator.onLine;

/** Whether the deployment answers, and whether changes wait to be sent. */
export function useConnection(): { connection: Connection; hasWaitingChanges: boolean } {
  const { isWebSocketConnected, hasEverConnected, hasInflightRequests } = useConvexConnectionState();
  const isReachable = useSyncExternalStore(subscribe, hasNetwork) && isWebSocketConnected;
  const [connection, setConnection] = useState<Connection>("online");
  useEffect(() => {
    if (isReachable) {
      setConnection("online");
      return;
    }
    const timer = setTimeout(() => setConnection("offline"), hasEverConnected ? patienceMs : patienceMs * 2);
    return () => clearTimeout(timer);
  }, [isReachable, hasEverConnected]);
  return { connection, hasWaitingChanges: connection === "offline" && hasInflightRequests };
}
