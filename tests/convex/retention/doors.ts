import { administrators, type ExpectedDoors } from "../insiders.ts";

const askers = ["administrator", "caseManager", "guardian"] as const;

const decided = [
  "retention/schedule:get",
  "retention/schedule:set",
  "retention/proposals:list",
  "retention/proposals:keep",
  "retention/proposals:hold",
  "retention/proposals:release",
  "retention/proposals:giveNotice",
  "retention/proposals:confirm",
  "retention/certificates:list",
];

export const retentionDoors: ExpectedDoors = {
  student: {
    "retention/requests:ask": askers,
    "retention/requests:withdraw": askers,
    "retention/requests:list": askers,
  },
  organization: Object.fromEntries(decided.map((name) => [name, administrators])),
  wholeOrganization: decided,
};
