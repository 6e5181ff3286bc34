import { Trans, useLingui } from "@lingui/react";
import { Copy, Download, Printer } from "lucide-react";
import { useMe } from "#src/lib/me.ts";
import { Button } from "#src/ui/Button.tsx";
import { toastDone, toastProblem } from "#src/ui/Toasts.tsx";

/** Ten codes, shown this once, and the ways to keep them. */
export function BackupCodes({ codes }: { codes: readonly string[] }) {
  const { i18n } = useLingui();
  const { me } = useMe();
  const title = i18n.t({
    id: "backupCodes.title",
    message: "OpenIEP backup codes of {email}",
    values: { email: me?.person.email ?? "" },
  });
  const text = `${title}\n\n${codes.join("\n")}\n`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(codes.join("\n"));
      toastDone(i18n.t({ id: "backupCodes.copied", message: "Codes copied" }));
    } catch {
      toastProblem(
        i18n.t({
          id: "backupCodes.notCopied",
          message: "This browser does not let pages copy. Print the codes, or write them down.",
        }),
      );
    }
  };
  return (
    <div data-print-region>
      <p className="text-14 text-ink-2">
        <Trans
          id="backupCodes.explanation"
          message="Each works once in place of the app. They are not shown again; new ones replace them."
        />
      </p>
      <ul
        aria-label={title}
        dir="ltr"
        className="my-3 grid w-fit grid-cols-2 gap-x-8 gap-y-1 rounded bg-sunken px-4 py-3 font-mono text-16 tabular-nums"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2" data-screen-only>
        <Button size="small" onPress={() => void copy()}>
          <Copy aria-hidden size={16} strokeWidth={1.75} />
          <Trans id="backupCodes.copy" message="Copy" />
        </Button>
        <Button size="small" onPress={() => download(text)}>
          <Download aria-hidden size={16} strokeWidth={1.75} />
          <Trans id="backupCodes.download" message="Download" />
        </Button>
        <Button size="small" onPress={() => window.print()}>
          <Printer aria-hidden size={16} strokeWidth={1.75} />
          <Trans id="backupCodes.print" message="Print" />
        </Button>
      </div>
    </div>
  );
}

function download(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "openiep-backup-codes.txt";
  link.click();
  URL.revokeObjectURL(address);
}
