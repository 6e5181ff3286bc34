import { administrators, type ExpectedDoors, everyone, team } from "../insiders.ts";

export const accessDoors: ExpectedDoors = {
  student: {
    // Everybody may end their own; the one that the matrix names is somebody else's.
    "access/emergencies:end": administrators,
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
