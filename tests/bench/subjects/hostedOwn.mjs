// B01: every client signed in as somebody else; every screen's query checks who asks.
import { openConvexClient } from "./convexClient.mjs";

export { openHosted as openServer } from "./hosted.mjs";

export const openClient = (port, { tokens }, index, onText) =>
  openConvexClient({ port, query: "room:lineForMe", token: tokens[index], onText });
