import { cronJobs } from "convex/server";
import { internal } from "./_generated/api";

const crons = cronJobs();

crons.daily(
  "clear links that have run out from the outbox",
  { hourUTC: 9, minuteUTC: 17 },
  internal.notifications.deliver.clearOldLinks,
);

export default crons;
