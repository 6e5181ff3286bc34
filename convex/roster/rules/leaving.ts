/** More than this share of a source's active students never becomes inactive without somebody saying so. */
const MOST_LEAVING = 0.2;

/** Whether so many leaving at once looks like a file that is cut off rather than like the end of a year. */
export function needsConfirmation({ active, leaving }: { active: number; leaving: number }): boolean {
  return leaving > active * MOST_LEAVING;
}

/** Rows of one import; a district of 50,000 children with their staff and families fits, with room. */
export const MOST_ROWS = 400_000;

/** How long an import can be taken back, and its contents are kept. */
export const KEPT_DAYS = 30;
