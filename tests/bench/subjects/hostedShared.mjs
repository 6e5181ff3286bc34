// B02: every client signed in as somebody else; the query does not depend on who asks.
import { openConvexClient } from "./convexClient.mjs";

export { openHosted as openServer } from "./hosted.mjs";

export const openClient = (port, { tokens }, index, onText) =>
  openConvexClient({ port, query: "room:lineShared", token: tokens[index], onText });
