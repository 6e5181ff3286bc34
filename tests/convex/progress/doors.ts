import { type ExpectedDoors, everyone, leaders, practitioners } from "../insiders.ts";

export const progressDoors: ExpectedDoors = {
  student: {
    "progress/goals:get": everyone,
    "progress/observations:list": everyone,
    "progress/observations:log": practitioners,
    "progress/observations:retract": leaders,
  },
};
