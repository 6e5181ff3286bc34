import { i18n } from "@lingui/core";

/** A code of the second step: six digits that an app shows, or one of ten that are kept on paper. */
export type Code = { kind: "app" | "paper"; code: string };

/**
 * A code as it is sent, whichever of the two was typed and however: with spaces and dashes, in capitals, in the digits
 * of Arabic or Persian. Null for what can be neither, so that no try is spent on it.
 */
export function readCode(typed: string): Code | null {
  const letters = typed
    .normalize("NFKC")
    .replaceAll(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) % 16))
    .replaceAll(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
  if (/^[0-9]{6}$/.test(letters)) return { kind: "app", code: letters };
  if (!/^[a-z0-9]{10}$/.test(letters)) return null;
  // As it stands on the paper: with a dash in the middle.
  return { kind: "paper", code: `${letters.slice(0, 5)}-${letters.slice(5)}` };
}

/** What to say about an empty field, or one in which something else stands than the code that it asks for. */
export function noCode(typed: string, asked: Code["kind"]): string {
  if (typed.trim() === "") return i18n.t({ id: "code.missing", message: "Enter the code." });
  return asked === "app"
    ? i18n.t({ id: "code.notSix", message: "The code from your app has six digits. Check what you typed." })
    : i18n.t({
        id: "code.notTen",
        message: "A backup code has ten letters and digits. Check what you typed.",
      });
}
