import { defineSchema } from "convex/server";
import { accessTables } from "./access/schema";
import { auditTables } from "./audit/schema";
import { consentTables } from "./consent/schema";
import { disclosureTables } from "./disclosures/schema";
import { documentTables } from "./documents/schema";
import { exportTables } from "./exports/schema";
import { groupTables } from "./groups/schema";
import { guardianTables } from "./guardians/schema";
import { iepTables } from "./ieps/schema";
import { interventionTables } from "./interventions/schema";
import { notificationTables } from "./notifications/schema";
import { organizationTables } from "./organizations/schema";
import { peopleTables } from "./people/schema";
import { progressTables } from "./progress/schema";
import { reportTables } from "./reports/schema";
import { retentionTables } from "./retention/schema";
import { rosterTables } from "./roster/schema";
import { sealingTables } from "./sealing/schema";
import { statusTables } from "./status/schema";
import { studentTables } from "./students/schema";

/** Table of contents of the data: one spread per domain. */
export default defineSchema({
  ...accessTables,
  ...organizationTables,
  ...peopleTables,
  ...studentTables,
  ...groupTables,
  ...guardianTables,
  ...consentTables,
  ...documentTables,
  ...statusTables,
  ...interventionTables,
  ...iepTables,
  ...progressTables,
  ...notificationTables,
  ...rosterTables,
  ...auditTables,
  ...disclosureTables,
  ...reportTables,
  ...exportTables,
  ...retentionTables,
  ...sealingTables,
});
