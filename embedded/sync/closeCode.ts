/** Why a socket was closed, in WebSocket's numbers. */
export const CloseCode = { normal: 1000, goingAway: 1001, policy: 1008, internal: 1011 } as const;

/** Reasons that clients know how to wait out stay as they are; the rest says that the message was wrong. */
export function closeReason(message: string): string {
  const reason = message.startsWith("TooManyConcurrentRequests") ? message : `InvalidMessage: ${message}`;
  return reason.slice(0, 120);
}
