/**
 * The family's share of a record, table by table: which rows, and what of each. A table that is not named here is
 * not shared. The team's copy is complete and does not come here.
 */

type Row = Record<string, unknown>;
export type Gathered = Record<string, Row[]>;

const without =
  (...fields: string[]) =>
  (row: Row): Row =>
    Object.fromEntries(Object.entries(row).filter(([name]) => !fields.includes(name)));

const isPresent = (value: unknown) => value !== undefined && value !== null;
/** What stands today: neither corrected nor taken back. */
const stands = (row: Row) => !isPresent(row.supersededAt) && !isPresent(row.retractedAt);

/** The plans that are shared with the family, and the goals in them. */
function sharedIds(gathered: Gathered) {
  const plans = (gathered.ieps ?? []).filter((plan) => isPresent(plan.sharedWithFamilyAt));
  const iepIds = new Set(plans.map((plan) => plan._id));
  const goals = (gathered.goals ?? []).filter((goal) => iepIds.has(goal.iepId));
  return { iepIds, seriesIds: new Set(goals.map((goal) => goal.continuesId ?? goal._id)) };
}

type Shared = ReturnType<typeof sharedIds> & { personId: string };
type Share = { row: (row: Row, shared: Shared) => boolean; keeps?: (row: Row) => Row };

const inSharedPlan: Share["row"] = (row, { iepIds }) => iepIds.has(row.iepId);

const shares: Record<string, Share> = {
  ieps: { row: (row, { iepIds }) => iepIds.has(row._id), keeps: without("createdBy") },
  sections: { row: inSharedPlan, keeps: without("ownerId", "state") },
  goals: { row: inSharedPlan, keeps: without("ownerId") },
  services: { row: inSharedPlan },
  accommodations: { row: inSharedPlan },
  specialFactors: { row: inSharedPlan },
  observations: {
    row: (row, { seriesIds }) => seriesIds.has(row.goalId) && stands(row),
    keeps: without("clientKey", "recordedBy"),
  },
  senEpisodes: { row: stands, keeps: without("recordedBy", "supersededBy") },
  studentNeeds: { row: stands, keeps: without("recordedBy", "supersededBy") },
  enrolments: { row: stands },
  placements: { row: stands, keeps: without("recordedBy") },
  // Their own, not what was agreed with another guardian, from whom a court may keep them apart; and without the
  // school's note about custody.
  guardianships: { row: (row, { personId }) => row.personId === personId, keeps: without("custodyNote") },
  consents: { row: () => true, keeps: without("recordedBy") },
  documents: {
    row: (row) => row.sharedWithFamily === true && row.isConfidential !== true && stands(row),
    keeps: without("uploadedBy"),
  },
  disclosures: { row: (row) => !isPresent(row.struckAt), keeps: without("recordedBy", "struckBy") },
  recordRequests: { row: (row, { personId }) => row.askedBy === personId },
};

/** The family's share of everything gathered about a child. */
export function familyShare(gathered: Gathered, personId: string): Gathered {
  const shared = { ...sharedIds(gathered), personId };
  return Object.fromEntries(
    Object.entries(gathered).flatMap(([table, rows]) => {
      const share = shares[table];
      if (!share) return [];
      return [[table, rows.filter((row) => share.row(row, shared)).map(share.keeps ?? ((row) => row))]];
    }),
  );
}

/** Rows that only make the program work: who has a page open, how far an editor has sent, links of downloads. */
export const machinery: readonly string[] = [
  "recordLeases",
  "healthOpenings",
  "carets",
  "draftingClients",
  "downloadTickets",
  "childExports",
  "reportRows",
  "studentWords",
];
