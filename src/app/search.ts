/** What an address may say after its question mark; everything else is ignored. */
export type Search = {
  /** Where to go after sign-in. */
  next?: string | undefined;
  /** The secret of a mailed link, and why the sign-in service refused it. */
  token?: string | undefined;
  error?: string | undefined;
  /** "code": the password was right at a provider's, and a code is asked for. */
  step?: string | undefined;
  /** What is looked for in a list. */
  search?: string | undefined;
};

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
  const text = (name: keyof Search) => {
    const value = search[name];
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  return {
    next: text("next"),
    token: text("token"),
    error: text("error"),
    step: text("step"),
    search: text("search"),
  };
}
