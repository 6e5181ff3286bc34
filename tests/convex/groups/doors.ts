import { administrators, type ExpectedDoors, leaders } from "../insiders.ts";

export const groupsDoors: ExpectedDoors = {
  student: { "groups/suggestions:list": leaders },
  organization: {
    "groups/groups:list": administrators,
    "groups/groups:get": administrators,
    "groups/groups:add": administrators,
    "groups/groups:edit": administrators,
    "groups/groups:archive": administrators,
    "groups/members:addTeacher": administrators,
    "groups/members:addStudents": administrators,
    "groups/members:endTeacher": administrators,
    "groups/members:endStudent": administrators,
  },
};
