import { defineApp } from "convex/server";
import journal from "../components/journal/convex.config.js";
import tally from "../components/tally/convex.config.js";

const app = defineApp();
app.use(tally, { env: { TALLY_UNIT: "piece" } });
app.use(journal, { name: "diary", httpPrefix: "/diary" });

export default app;
