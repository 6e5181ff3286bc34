import { administrators, type ExpectedDoors } from "../insiders.ts";

export const auditDoors: ExpectedDoors = {
  organization: {
    "audit/entries:list": administrators,
    "audit/entries:verify": administrators,
  },
  wholeOrganization: ["audit/entries:list", "audit/entries:verify"],
};
