import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import {
  applyTextSize,
  applyTheme,
  currentTextSize,
  currentTheme,
  type TextSize,
  type Theme,
} from "#src/lib/appearance.ts";
import { languages, speak } from "#src/lib/language.ts";
import { useMe } from "#src/lib/me.ts";
import { areShortcutsOn, setShortcuts } from "#src/lib/shortcutSetting.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Card } from "#src/ui/Card.tsx";
import { CheckboxField } from "#src/ui/CheckboxField.tsx";
import { RadioField } from "#src/ui/RadioField.tsx";

/** How OpenIEP looks and speaks to me. Everything applies at once and is kept. */
export function Preferences() {
  const { i18n } = useLingui();
  const { audience } = useMe();
  const save = useCommand(api.people.me.savePreferences);
  const [theme, setTheme] = useState(currentTheme);
  const [textSize, setTextSize] = useState(currentTextSize);
  const [shortcuts, setShortcutsShown] = useState(areShortcutsOn);
  return (
    <Card>
      <div className="flex flex-col gap-7">
        <RadioField
          label={<Trans id="language.label" message="Language" />}
          options={languages.map(({ code, name }) => ({ id: code, label: name }))}
          value={languages.find(({ code }) => code === i18n.locale)?.code ?? "en"}
          onChange={(locale) => {
            void speak(locale);
            void save({ locale });
          }}
        />
        <RadioField<Theme>
          label={<Trans id="preferences.theme" message="Theme" />}
          options={[
            { id: "system", label: i18n.t({ id: "preferences.system", message: "As on this device" }) },
            { id: "light", label: i18n.t({ id: "preferences.light", message: "Light" }) },
            { id: "dark", label: i18n.t({ id: "preferences.dark", message: "Dark" }) },
            { id: "contrast", label: i18n.t({ id: "preferences.contrast", message: "High contrast" }) },
          ]}
          value={theme}
          onChange={(chosen) => {
            setTheme(chosen);
            applyTheme(chosen);
            void save({ theme: chosen });
          }}
        />
        <RadioField<TextSize>
          label={<Trans id="preferences.textSize" message="Text size" />}
          options={[
            { id: "normal", label: i18n.t({ id: "preferences.normal", message: "Normal" }) },
            { id: "large", label: i18n.t({ id: "preferences.large", message: "Large" }) },
            { id: "larger", label: i18n.t({ id: "preferences.larger", message: "Larger" }) },
          ]}
          value={textSize}
          onChange={(chosen) => {
            setTextSize(chosen);
            applyTextSize(chosen);
            void save({ textSize: chosen });
          }}
        />
        {audience === "team" && (
          <CheckboxField
            label={<Trans id="shortcuts.switch" message="Use single-key shortcuts on this device" />}
            hint={<Trans id="shortcuts.hint" message="Press ? to see them." />}
            isSelected={shortcuts}
            onChange={(on) => {
              setShortcutsShown(on);
              setShortcuts(on);
            }}
          />
        )}
      </div>
    </Card>
  );
}
