import { useLingui } from "@lingui/react";
import { Minus, Plus } from "lucide-react";
import { useState } from "react";
import { format } from "#src/lib/format.ts";
import { Button } from "#src/ui/Button.tsx";
import type { Reading } from "./useLog.ts";

/** Counts up while something happens; one more tap records the count. */
export function TallyPad({ onReading }: { onReading: (reading: Reading) => void }) {
  const { i18n } = useLingui();
  const [count, setCount] = useState(0);
  return (
    <div className="grid gap-3">
      <div className="grid grid-cols-[1fr_auto_2fr] items-center gap-3" dir="ltr">
        <Button
          size="large"
          className="min-h-20"
          aria-label={i18n.t({ id: "log.oneLess", message: "One less" })}
          isDisabled={count === 0}
          onPress={() => setCount(count - 1)}
        >
          <Minus aria-hidden size={24} strokeWidth={1.75} />
        </Button>
        <output className="min-w-16 text-center text-34 font-bold tabular">{format.number(count)}</output>
        <Button
          size="large"
          className="min-h-20"
          aria-label={i18n.t({ id: "log.oneMore", message: "One more" })}
          onPress={() => {
            navigator.vibrate?.(8);
            setCount(count + 1);
          }}
        >
          <Plus aria-hidden size={28} strokeWidth={1.75} />
        </Button>
      </div>
      <Button
        size="large"
        kind="primary"
        onPress={() => {
          onReading({ value: count });
          setCount(0);
        }}
      >
        {i18n.t({ id: "log.save", message: "Log {value}", values: { value: format.number(count) } })}
      </Button>
    </div>
  );
}
