import { administrators, type ExpectedDoors, everyone, leaders, team } from "../insiders.ts";

export const studentsDoors: ExpectedDoors = {
  student: {
    "students/record:get": everyone,
    "students/record:edit": leaders,
    "students/profile:get": team,
    "students/profile:edit": leaders,
    "students/learning:edit": team,
    "students/health:open": ["administrator", "caseManager", "specialist"],
    "students/health:get": ["administrator", "caseManager", "specialist"],
    "students/health:edit": ["administrator", "caseManager", "specialist"],
    "students/history:list": team,
    "students/enrolments:list": team,
    "students/enrolments:move": leaders,
    "students/transfers:list": team,
    "students/transfers:recordArrival": leaders,
    "students/transfers:noteRecords": leaders,
    "students/transfers:recordDeparture": leaders,
    "students/archiving:archive": administrators,
    "students/archiving:readmit": administrators,
    "students/team:add": leaders,
    "students/team:end": leaders,
  },
  organization: {
    "students/students:listMine": team,
    "students/students:add": administrators,
    "students/due:list": team,
  },
  own: ["students/record:open"],
};
