import Papa from "papaparse";
import type { ReadFile } from "#convex/roster/rules/files.ts";

/** A file as the browser reads it, from its text. */
export function fileOf(name: string, text: string): ReadFile {
  const [headers = [], ...records] = Papa.parse<string[]>(text.replace(/^\uFEFF/, "").trim()).data;
  return { name, headers, records };
}

/** A small OneRoster 1.1 export, all of it invented. */
export const smallExport = {
  manifest: fileOf(
    "manifest.csv",
    `propertyName,value
manifest.version,1.0
oneroster.version,1.1
file.users,bulk
source.systemName,Maple SIS
source.systemCode,maple`,
  ),
  orgs: fileOf(
    "orgs.csv",
    `sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
d1,,,Maple District,district,,
s1,,,Birch Elementary,school,,d1`,
  ),
  courses: fileOf(
    "courses.csv",
    `sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes
co1,,,,Mathematics,M4,04,s1,,`,
  ),
  classes: fileOf(
    "classes.csv",
    `sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods
c1,,,Maths 4B,04,co1,,scheduled,,s1,,,,`,
  ),
  users: fileOf(
    "users.csv",
    `sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password
t1,,,true,s1,teacher,tess,,Tess,Tolliver,,,tess@maple.example,,,,,swordfish
u1,,,true,"d1,s1",student,robin,,Robin,Quill,,1001,,,,"g1,g9",04,hunter2
u2,,,true,s1,student,lee,,Lee,Quill,,1002,,,,,KG,
g1,,,true,s1,parent,,,Gale,Quill,,,gale@home.example,,555-0100,u2,,`,
  ),
  enrollments: fileOf(
    "enrollments.csv",
    `sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate
e1,,,c1,s1,u1,student,false,2026-08-20,2027-06-10
e2,,,c1,s1,t1,teacher,true,,`,
  ),
  demographics: fileOf(
    "demographics.csv",
    `sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity,countryOfBirthCode,stateOfBirthAbbreviation,cityOfBirth,publicSchoolResidenceStatus
u1,,,2016-03-09,,false,true,false,false,false,false,false,US,,Springfield,
u2,,,2020-11-30,,,,,,,,,,,,`,
  ),
};
