import { administrators, type ExpectedDoors } from "../insiders.ts";

const rosterFunctions = [
  "roster/imports:list",
  "roster/imports:get",
  "roster/imports:begin",
  "roster/imports:check",
  "roster/imports:apply",
  "roster/imports:stop",
  "roster/imports:resume",
  "roster/imports:discard",
  "roster/imports:leave",
  "roster/imports:undo",
  "roster/staging:add",
  "roster/rows:list",
  "roster/rows:answer",
  "roster/mappings:list",
  "roster/mappings:remember",
  "roster/exporting:begin",
  "roster/exporting:read",
] as const;

export const rosterDoors: ExpectedDoors = {
  organization: Object.fromEntries(rosterFunctions.map((name) => [name, administrators])),
  wholeOrganization: [...rosterFunctions],
};
