/**
 * What somebody may call who was let in for an emergency, written by hand: reading what must be known to act. Nothing
 * that changes the record, nothing that takes it out as a whole, nothing about the family.
 */
export const inEmergency: readonly string[] = [
  "access/emergencies:listRunning",
  "documents/documents:list",
  "documents/evidence:list",
  "documents/opening:open",
  "history/timeline:list",
  "ieps/drafting:getSnapshot",
  "ieps/drafting:getSteps",
  "ieps/drafting:latestVersion",
  "ieps/drafting:tail",
  "ieps/editors:list",
  "ieps/ieps:get",
  "ieps/ieps:getActive",
  "ieps/readable:get",
  "progress/goals:get",
  "progress/observations:list",
  "reports/placements:list",
  "students/health:get",
  "students/health:open",
  "students/record:get",
];
