import { type ExpectedDoors, team } from "../insiders.ts";

export const peopleDoors: ExpectedDoors = {
  organization: {
    "people/people:list": team,
  },
  own: ["people/me:savePreferences"],
  open: ["people/me:get"],
};
