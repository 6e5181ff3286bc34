import { type ExpectedDoors, everyone, leaders } from "../insiders.ts";

export const guardiansDoors: ExpectedDoors = {
  student: {
    "guardians/around:list": everyone,
    "guardians/guardianships:add": leaders,
    "guardians/guardianships:sendInvitation": leaders,
    "guardians/guardianships:setRight": leaders,
    "guardians/guardianships:describe": leaders,
    "guardians/guardianships:end": leaders,
    "guardians/restrictions:record": leaders,
    "guardians/restrictions:lift": leaders,
    "guardians/majority:giveNotice": leaders,
    "guardians/majorityNotices:preview": leaders,
    "guardians/majorityNotices:send": leaders,
    "guardians/majority:setGround": leaders,
    // For the student at full age, and the student of the tests is ten years old.
    "guardians/majority:agree": [],
    "guardians/studentAccount:sendInvitation": leaders,
  },
};
