import { cronJobs } from "convex/server";
import { internal } from "./_generated/api";

const crons = cronJobs();

crons.hourly("close records whose lease has run out", { minuteUTC: 53 }, internal.access.expiry.closeLeases);

crons.cron("take status and needs into the new day", "4,34 * * * *", internal.status.midnight.turn);

crons.daily(
  "clear links that have run out from the outbox",
  { hourUTC: 9, minuteUTC: 17 },
  internal.notifications.deliver.clearOldLinks,
);

crons.interval("send the mail that stands still", { minutes: 2 }, internal.notifications.sending.begin, {});

crons.daily(
  "close plans whose last day has passed",
  { hourUTC: 12, minuteUTC: 7 },
  internal.ieps.expiry.close,
);

crons.interval(
  "write the words of students whom a former version left without",
  { minutes: 10 },
  internal.students.nameWords.refill,
  {},
);

crons.daily(
  "let enrolments begin and end",
  { hourUTC: 12, minuteUTC: 17 },
  internal.students.daily.keepEnrolments,
  {},
);
crons.interval("go on with imports that stand still", { minutes: 3 }, internal.roster.course.revive, {});

crons.daily("clear old reports", { hourUTC: 11, minuteUTC: 7 }, internal.reports.clearing.clearOld);

crons.hourly("remove copies that have expired", { minuteUTC: 23 }, internal.exports.expiry.sweep);

crons.daily(
  "seal with the current key what another one sealed",
  { hourUTC: 10, minuteUTC: 7 },
  internal.sealing.rotation.startIfNeeded,
);

crons.daily(
  "clear what old imports say about people",
  { hourUTC: 10, minuteUTC: 23 },
  internal.roster.clearing.clearOld,
);
crons.daily("verify the audit chains", { hourUTC: 10, minuteUTC: 41 }, internal.audit.verification.start, {});

crons.daily("forget who tried what", { hourUTC: 10, minuteUTC: 53 }, internal.access.limits.forgetOld);

crons.daily(
  "propose the records whose time has come",
  { hourUTC: 11, minuteUTC: 37 },
  internal.retention.proposing.start,
  {},
);

crons.daily(
  "remove files that nobody claimed",
  { hourUTC: 9, minuteUTC: 27 },
  internal.documents.sweeping.sweep,
  {},
);

crons.daily(
  "remove the contents of files that were taken back",
  { hourUTC: 9, minuteUTC: 47 },
  internal.documents.retracted.sweep,
  {},
);

crons.daily(
  "remove leaves to download that nobody used",
  { hourUTC: 9, minuteUTC: 37 },
  internal.documents.opening.clearOld,
);

crons.daily(
  "retire old keys of identity tokens",
  { hourUTC: 10, minuteUTC: 47 },
  internal.people.signingKeys.keepFresh,
);

export default crons;
