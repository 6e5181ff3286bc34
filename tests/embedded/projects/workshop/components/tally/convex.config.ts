import { defineComponent } from "convex/server";
import { v } from "convex/values";
import journal from "../journal/convex.config.js";

const tally = defineComponent("tally", { env: { TALLY_UNIT: v.string() } });
tally.use(journal);

export default tally;
