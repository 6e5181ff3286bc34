const DAY_MS = 86_400_000;

/** Joined records can be separated for so long, in ms; after that too much has been written about the one child. */
export const UNDO_DAYS = 30;
export const UNDO_MS = UNDO_DAYS * DAY_MS;
