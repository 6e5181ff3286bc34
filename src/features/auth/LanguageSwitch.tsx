import { useLingui } from "@lingui/react";
import { languages, speak } from "#src/lib/language.ts";

/** The languages by their own names; the page changes at once. */
export function LanguageSwitch() {
  const { i18n } = useLingui();
  return (
    <ul className="flex gap-1" aria-label={i18n.t({ id: "language.label", message: "Language" })}>
      {languages.map(({ code, name }) => (
        <li key={code}>
          <button
            type="button"
            lang={code}
            aria-pressed={i18n.locale === code}
            onClick={() => void speak(code)}
            className="target min-h-8 rounded-sm px-2 text-14 text-ink-2 hover:bg-hover aria-pressed:font-bold aria-pressed:text-ink aria-pressed:underline aria-pressed:underline-offset-4"
          >
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
}
