import type { Pack } from "../../compliance/rules/pack";

const plain = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]/g, "");

/**
 * The key of a need that a file writes as its key, its name without spaces, or its reporting code: "AUT", "autism",
 * "Specific learning disability". Null for what the jurisdiction does not know.
 */
export function readNeed(text: string, { needs }: Pick<Pack, "needs">): string | null {
  const word = plain(text);
  const byKey = needs.find(({ key }) => plain(key) === word);
  const byCode = needs.find(({ reportingCodes }) => reportingCodes.some(({ code }) => plain(code) === word));
  return (byKey ?? byCode)?.key ?? null;
}
