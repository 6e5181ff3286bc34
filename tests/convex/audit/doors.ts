import { administrators, type ExpectedDoors } from "../insiders.ts";

const organization = {
  "audit/entries:list": administrators,
  "audit/entries:verify": administrators,
  "audit/alarms:list": administrators,
  "audit/alarms:acknowledge": administrators,
  "audit/alarms:report": administrators,
  "audit/checkpoints:take": administrators,
  "audit/checkpoints:compare": administrators,
};

export const auditDoors: ExpectedDoors = { organization, wholeOrganization: Object.keys(organization) };
