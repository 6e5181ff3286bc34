import { type ExpectedDoors, everyone, leaders, team } from "../insiders.ts";

export const documentsDoors: ExpectedDoors = {
  student: {
    "documents/documents:list": everyone,
    "documents/documents:add": [...team, "guardian"],
    "documents/documents:edit": leaders,
    "documents/documents:retract": leaders,
    "documents/uploads:begin": [...team, "guardian"],
    "documents/opening:open": everyone,
    "documents/evidence:list": everyone,
  },
};
