import { type ExpectedDoors, team } from "../insiders.ts";

export const interventionsDoors: ExpectedDoors = {
  student: {
    "interventions/meetings:add": team,
    "interventions/meetings:edit": team,
    "interventions/meetings:retract": team,
    "interventions/interventions:add": team,
    "interventions/interventions:edit": team,
    "interventions/interventions:retract": team,
  },
};
