import { type ExpectedDoors, leaders } from "../insiders.ts";

export const consentDoors: ExpectedDoors = {
  student: {
    "consent/consents:record": leaders,
    "consent/consents:retract": leaders,
  },
};
