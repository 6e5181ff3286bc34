import type { ConvexReactClient } from "convex/react";
import type { Connection } from "./draftSession.ts";

/** Whether the server can be reached now, as the live client sees it. */
export function connectionOf(client: ConvexReactClient): Connection {
  return {
    isConnected: () => client.connectionState().isWebSocketConnected,
    subscribe: (onChange) => client.subscribeToConnectionState(onChange),
  };
}
