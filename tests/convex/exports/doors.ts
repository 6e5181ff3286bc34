import { administrators, type ExpectedDoors } from "../insiders.ts";

const holders = ["administrator", "caseManager", "guardian"] as const;

export const exportsDoors: ExpectedDoors = {
  student: {
    "exports/children:start": holders,
    "exports/children:list": holders,
    "exports/children:download": holders,
  },
  organization: {
    "exports/organizations:start": administrators,
    "exports/organizations:resume": administrators,
    "exports/organizations:list": administrators,
    "exports/organizations:download": administrators,
  },
  wholeOrganization: [
    "exports/organizations:start",
    "exports/organizations:resume",
    "exports/organizations:list",
    "exports/organizations:download",
  ],
};
