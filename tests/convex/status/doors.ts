import { type ExpectedDoors, leaders, team } from "../insiders.ts";

export const statusDoors: ExpectedDoors = {
  student: {
    "status/episodes:enter": leaders,
    "status/episodes:change": leaders,
    "status/episodes:leave": leaders,
    "status/episodes:extend": leaders,
    "status/episodes:correct": leaders,
    "status/episodes:retract": leaders,
    "status/episodes:versions": team,
    "status/overview:get": team,
    "status/evaluations:ask": leaders,
    "status/evaluations:begin": leaders,
    "status/evaluations:stopClock": leaders,
    "status/evaluations:complete": leaders,
    "status/evaluations:agreeNotNeeded": leaders,
    "status/evaluations:retract": leaders,
    "status/needs:declare": leaders,
    "status/needs:correct": leaders,
  },
};
