import { type ExpectedDoors, everyone, leaders } from "../insiders.ts";

export const reportsDoors: ExpectedDoors = {
  student: {
    "reports/placements:list": everyone,
    "reports/placements:record": leaders,
  },
  organization: {
    "reports/runs:start": leaders,
    "reports/runs:list": leaders,
    "reports/runs:get": leaders,
    "reports/runs:giveOut": leaders,
    "reports/checklist:list": leaders,
  },
};
