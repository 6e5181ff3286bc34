import { useConvexConnectionState } from "convex/react";
import { useEffect, useState } from "react";

export type Connection = "online" | "offline";

/** A short break is not news: it counts as offline after two seconds. */
const patienceMs = 2_000;

/** Whether the deployment answers, and how many changes wait to be sent. */
export function useConnection(): { connection: Connection; waitingChanges: number } {
  const { isWebSocketConnected, hasEverConnected, hasInflightRequests } = useConvexConnectionState();
  const [connection, setConnection] = useState<Connection>("online");
  useEffect(() => {
    if (isWebSocketConnected) {
      setConnection("online");
      return;
    }
    const timer = setTimeout(() => setConnection("offline"), hasEverConnected ? patienceMs : patienceMs * 2);
    return () => clearTimeout(timer);
  }, [isWebSocketConnected, hasEverConnected]);
  return { connection, waitingChanges: connection === "offline" && hasInflightRequests ? 1 : 0 };
}
