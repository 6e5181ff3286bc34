import { coldStart } from "./benchmarks/coldStart.mjs";
import { coWriting } from "./benchmarks/coWriting.mjs";
import { firstLoad } from "./benchmarks/firstLoad.mjs";
import { growth } from "./benchmarks/growth.mjs";
import { liveQueries } from "./benchmarks/liveQueries.mjs";
import { mutations } from "./benchmarks/mutations.mjs";
import { privacy } from "./benchmarks/privacy.mjs";
import { rosterPage } from "./benchmarks/rosterPage.mjs";
import { rosters } from "./benchmarks/rosters.mjs";
import { signIns } from "./benchmarks/signIns.mjs";

/** All of them, in the order in which they run. */
export const benchmarks = [
  mutations,
  growth,
  coldStart,
  firstLoad,
  liveQueries,
  coWriting,
  privacy,
  signIns,
  rosters,
  rosterPage,
];
