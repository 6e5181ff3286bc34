import { administrators, type ExpectedDoors, everyone, team } from "../insiders.ts";

export const accessDoors: ExpectedDoors = {
  student: {
    // Whoever may read may call it; ending somebody else's is for administrators (emergencies.test.ts).
    "access/emergencies:end": everyone,
    "access/emergencies:listRunning": everyone,
    "access/emergencies:list": ["administrator", "caseManager", "guardian", "student"],
    "access/openings:list": ["administrator", "caseManager", "guardian", "student"],
    "access/emergencies:review": administrators,
  },
  organization: {
    "access/emergencies:begin": team,
    "access/emergencyReviews:list": administrators,
  },
  own: ["access/emergencyReviews:listMine"],
};
