import { useLingui } from "@lingui/react";
import { useState } from "react";
import { areShortcutsOn, setShortcuts } from "#src/lib/shortcutSetting.ts";
import { CheckboxField } from "#src/ui/CheckboxField.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import type { Destination } from "./destinations.ts";

/** Every key there is, and the switch that turns the single ones off. */
export function ShortcutsDialog({
  destinations,
  onClose,
}: {
  destinations: readonly Destination[];
  onClose: () => void;
}) {
  const { i18n } = useLingui();
  const [isOn, setIsOn] = useState(areShortcutsOn);
  const rows = [
    ["Ctrl K", i18n.t({ id: "shortcuts.palette", message: "Search or jump to anything" })],
    ["?", i18n.t({ id: "shortcuts.help", message: "Show these shortcuts" })],
    ...destinations.flatMap(({ keys, label }) => (keys ? [[keys, label] as const] : [])),
  ] as const;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={i18n.t({ id: "shortcuts.title", message: "Keyboard shortcuts" })}
      closeLabel={i18n.t({ id: "action.close", message: "Close" })}
    >
      <dl className="mb-4 grid grid-cols-[auto_1fr] items-baseline gap-x-5 gap-y-2">
        {rows.map(([keys, what]) => (
          <div key={keys} className="contents">
            <dt>
              <kbd
                dir="ltr"
                className="rounded-sm border border-hairline bg-sunken px-1.5 py-0.5 font-sans text-14"
              >
                {keys}
              </kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <CheckboxField
        label={i18n.t({ id: "shortcuts.switch", message: "Use single-key shortcuts on this device" })}
        isSelected={isOn}
        onChange={(on) => {
          setIsOn(on);
          setShortcuts(on);
        }}
      />
    </Dialog>
  );
}
