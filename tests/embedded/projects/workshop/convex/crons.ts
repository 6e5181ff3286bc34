import { cronJobs, makeFunctionReference } from "convex/server";

const crons = cronJobs();

crons.interval("every second", { seconds: 1 }, makeFunctionReference<"mutation">("later:errand"), {
  name: "every second",
});
crons.cron("new year", "17 3 1 1 *", makeFunctionReference<"mutation">("later:errand"), { name: "new year" });

export default crons;
