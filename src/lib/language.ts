import { i18n, type Messages } from "@lingui/core";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { englishTag, englishWords, spell } from "./english.ts";

export const languages = [
  { code: "en", name: "English", direction: "ltr" },
  { code: "es", name: "Español", direction: "ltr" },
  { code: "ar", name: "العربية", direction: "rtl" },
] as const;

export type LanguageCode = (typeof languages)[number]["code"];
export type Direction = (typeof languages)[number]["direction"];

const languageKey = "openiep.language";

/** English is written beside its use, so only the others have a catalogue; each is a chunk of its own. */
const catalogues: Partial<Record<LanguageCode, () => Promise<{ messages: Messages }>>> = {
  es: () => import("#src/app/locales/es.po"),
  ar: () => import("#src/app/locales/ar.po"),
};

const compiled = new Map<string, ReturnType<typeof compileMessage>>();

/** English sentences are compiled when first shown, once each, and spelled for whoever reads them. */
function compileOnce(message: string): ReturnType<typeof compileMessage> {
  const known = compiled.get(message);
  if (known !== undefined) return known;
  const fresh = compileMessage(message, spell);
  compiled.set(message, fresh);
  return fresh;
}

function preferred(): LanguageCode {
  const wanted = [localStorage.getItem(languageKey), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  for (const code of wanted) {
    const language = languages.find((one) => one.code === code);
    if (language) return language.code;
  }
  return "en";
}

/** The direction that the page is written in. */
export function directionOf(code: string): Direction {
  return languages.find((one) => one.code === code)?.direction ?? "ltr";
}

/** Shows everything in a language from now on, and on the next visit. */
export async function speak(code: LanguageCode): Promise<void> {
  const catalogue = await catalogues[code]?.();
  if (code === "en") speakEnglish();
  else i18n.loadAndActivate({ locale: code, messages: catalogue?.messages ?? {} });
  document.documentElement.lang = localeTag();
  document.documentElement.dir = directionOf(code);
  localStorage.setItem(languageKey, code);
}

function speakEnglish(): void {
  compiled.clear();
  i18n.loadAndActivate({ locale: "en", messages: englishWords() });
}

/** Says it in the English of where somebody works, when that has become known or another. */
export function keepToEnglish(): void {
  if (i18n.locale !== "en" || document.documentElement.lang === englishTag()) return;
  speakEnglish();
  document.documentElement.lang = englishTag();
}

/** The language with its country where that matters: days and sentences differ between the Englishes. */
export const localeTag = (): string => (i18n.locale === "en" ? englishTag() : i18n.locale);

/** Before the first paint. A catalogue that cannot be fetched leaves English. */
export async function startLanguage(): Promise<void> {
  i18n.setMessagesCompiler(compileOnce);
  try {
    await speak(preferred());
  } catch {
    await speak("en");
  }
}
