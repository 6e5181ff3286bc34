import { type ExpectedDoors, leaders } from "../insiders.ts";

export const guardiansDoors: ExpectedDoors = {
  student: {
    "guardians/guardianships:add": leaders,
    "guardians/guardianships:sendInvitation": leaders,
    "guardians/guardianships:end": leaders,
  },
};
