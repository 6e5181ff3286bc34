import { Trans } from "@lingui/react";
import { Banner } from "#src/ui/Banner.tsx";
import { Button } from "#src/ui/Button.tsx";
import { format } from "./format.ts";
import type { FormWords } from "./formWords.ts";
import { useKeptAt } from "./useWords.ts";

/** A form that begins with words from before says so, and offers to begin without them. */
export function KeptNotice({ words }: { words: FormWords | undefined }) {
  const keptAt = useKeptAt(words);
  if (!words || keptAt === null) return null;
  return (
    <Banner
      announce
      actions={
        <Button size="small" onPress={() => words.startAnew()}>
          <Trans id="form.startAnew" message="Start again" />
        </Button>
      }
    >
      <Trans
        id="form.kept"
        message="You typed this on {when} and did not send it. It was kept on this device, for you only."
        values={{ when: format.instant(keptAt) }}
      />
    </Banner>
  );
}
