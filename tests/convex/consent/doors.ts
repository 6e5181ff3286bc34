import { type ExpectedDoors, everyone, leaders } from "../insiders.ts";

export const consentDoors: ExpectedDoors = {
  student: {
    "consent/overview:get": everyone,
    "consent/consents:record": leaders,
    "consent/consents:retract": leaders,
    // The student of the tests is ten years old: they decide at full age.
    "consent/deciding:give": ["guardian"],
    "consent/deciding:refuse": ["guardian"],
    "consent/deciding:withdraw": ["guardian"],
    "consent/requests:ask": leaders,
    "consent/requests:addAttempt": leaders,
    "consent/requests:goAhead": leaders,
    "consent/requests:takeBack": leaders,
    "consent/followUps:complete": leaders,
  },
};
