import { Trans } from "@lingui/react";
import { Download } from "lucide-react";
import { type TemplateName, templateNames } from "#convex/roster/rules/templates.ts";
import { emptyTemplate } from "#convex/roster/rules/templatesOut.ts";
import { Button } from "#src/ui/Button.tsx";
import { Link } from "#src/ui/Link.tsx";
import { save } from "../save.ts";
import { kindWord } from "../words/rosterWords.ts";

const kinds = { students: "student", staff: "staff", guardians: "guardian" } as const;

/** Our own files, empty, for whoever has no export; and an invented one, filled in. */
export function Templates() {
  const take = (name: TemplateName) => save(`${name}.csv`, emptyTemplate(name));
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className="text-14 text-ink-3">
        <Trans id="roster.templates" message="Templates:" />
      </span>
      {templateNames.map((name) => (
        <Button key={name} kind="quiet" size="small" onPress={() => take(name)}>
          <Download aria-hidden size={15} strokeWidth={1.75} />
          {kindWord(kinds[name])}
        </Button>
      ))}
      <Link href="/samples/students.csv" download="students.csv" className="text-14">
        <Trans id="roster.sample" message="An invented example" />
      </Link>
    </div>
  );
}
