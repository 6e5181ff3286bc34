import type { ReactNode } from "react";
import { usePageTitle } from "#src/ui/usePageTitle.ts";

/** The calm page before the door: a name, one form, and what stands below it. */
export function EntryFrame({
  title,
  lead,
  children,
  below,
  languageSwitch,
}: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  below?: ReactNode;
  languageSwitch?: ReactNode;
}) {
  usePageTitle(title);
  return (
    <div className="flex min-h-dvh flex-col bg-sunken">
      <header className="mx-auto flex w-full max-w-xl items-center gap-2.5 px-5 pt-6">
        <img src="/icon.svg" alt="" width={32} height={32} />
        <span className="grow text-19 font-bold">OpenIEP</span>
        {languageSwitch}
      </header>
      <main className="mx-auto w-full max-w-xl grow px-5 py-6">
        <div className="rounded border border-hairline bg-raised p-6 max-sm:p-5">
          <h1 className="text-28 max-sm:text-23">{title}</h1>
          {lead !== undefined && <div className="mt-1 text-ink-2">{lead}</div>}
          <div className="mt-5">{children}</div>
        </div>
        {below}
      </main>
    </div>
  );
}
