import { type ExpectedDoors, leaders } from "../insiders.ts";

const keepersAndFamily = ["administrator", "caseManager", "guardian", "student"] as const;

export const disclosuresDoors: ExpectedDoors = {
  student: {
    "disclosures/disclosures:list": keepersAndFamily,
    "disclosures/disclosures:groundsFor": leaders,
    "disclosures/disclosures:record": leaders,
    "disclosures/disclosures:strike": leaders,
    "disclosures/requests:list": keepersAndFamily,
    "disclosures/requests:make": ["guardian", "student"],
    "disclosures/requests:record": leaders,
    "disclosures/requests:answer": leaders,
  },
};
