import { Trans, useLingui } from "@lingui/react";
import { Plus, X } from "lucide-react";
import { Button } from "#src/ui/Button.tsx";
import { IconButton } from "#src/ui/IconButton.tsx";
import { TextField } from "#src/ui/TextField.tsx";

export type Onward = { name: string; interest: string };

/** To whom the recipient may pass it on, and why they want it (34 CFR 99.32(b)); mostly nobody. */
export function OnwardRecipients({
  onward,
  onChange,
}: {
  onward: readonly Onward[];
  onChange: (onward: Onward[]) => void;
}) {
  const { i18n } = useLingui();
  const change = (at: number, part: Partial<Onward>) =>
    onChange(onward.map((each, i) => (i === at ? { ...each, ...part } : each)));
  return (
    <div className="flex flex-col gap-3">
      {onward.map(({ name, interest }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
        <div key={at} className="flex items-end gap-2">
          <div className="grid grow gap-2 sm:grid-cols-2">
            <TextField
              name={`onwardTo.${at}.name`}
              width="full"
              label={<Trans id="disclosures.onward" message="May pass it on to" />}
              value={name}
              onChange={(typed) => change(at, { name: typed })}
            />
            <TextField
              name={`onwardTo.${at}.interest`}
              width="full"
              label={<Trans id="disclosures.onwardWhy" message="Who wants it for" />}
              value={interest}
              onChange={(typed) => change(at, { interest: typed })}
            />
          </div>
          <IconButton
            label={i18n.t({ id: "action.remove", message: "Remove" })}
            icon={X}
            onPress={() => onChange(onward.filter((_, i) => i !== at))}
          />
        </div>
      ))}
      <Button
        size="small"
        className="self-start"
        onPress={() => onChange([...onward, { name: "", interest: "" }])}
      >
        <Plus aria-hidden size={16} strokeWidth={1.75} />
        <Trans id="disclosures.addOnward" message="They may pass it on" />
      </Button>
    </div>
  );
}
