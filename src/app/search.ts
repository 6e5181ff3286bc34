/** What an address may say after its question mark; everything else is ignored. */
const names = [
  // Where to go after sign-in.
  "next",
  // The secret of a mailed link, and why the sign-in service refused it.
  "token",
  "error",
  // Said when a session ended without its person doing it.
  "ended",
  // "code": the password was right at a provider's, and a code is asked for; "account": there is an account already.
  "step",
  // What is looked for in a list, by which of its columns, and in which order.
  "search",
  // Which events are on a timeline; which past day is looked at, and with whose knowledge.
  "groups",
  "on",
  "view",
  "school",
  "grade",
  "status",
  "need",
  "manager",
  "plan",
  "enrolled",
  "role",
  "sort",
  // What of the audit trail is shown: one person's, one child's, or one kind of entry.
  "person",
  "child",
  "kind",
  // What a report is asked for.
  "report",
  "from",
  "to",
] as const;
export type Search = { [Name in (typeof names)[number]]?: string | undefined };

/** Addresses stay as people write them: plain text, not the router's JSON (a number is still a name to look for). */
export const parseSearch = (text: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(text));

export function stringifySearch(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && entry[1] !== "",
  );
  const text = new URLSearchParams(given).toString();
  return text === "" ? "" : `?${text}`;
}

/** Keeps the names above, where they hold any text. */
export function readSearch(search: Record<string, unknown>): Search {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = search[name];
      return typeof value === "string" && value !== "" ? [[name, value]] : [];
    }),
  );
}
