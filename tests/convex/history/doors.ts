import { type ExpectedDoors, everyone, team } from "../insiders.ts";

export const historyDoors: ExpectedDoors = {
  student: {
    "history/timeline:list": everyone,
    "history/asItStood:get": team,
  },
};
