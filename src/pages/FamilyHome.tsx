import { Trans, useLingui } from "@lingui/react";
import { ChevronRight, HeartHandshake } from "lucide-react";
import { GoTo } from "#src/lib/GoTo.tsx";
import { useMe } from "#src/lib/me.ts";
import { paths } from "#src/lib/paths.ts";
import { EmptyState } from "#src/ui/EmptyState.tsx";
import { PlainLink } from "#src/ui/Link.tsx";
import { PageHeader } from "#src/ui/PageHeader.tsx";

/** A family's home: the child's page itself when there is one child, else a choice. */
export function FamilyHome() {
  const { i18n } = useLingui();
  const { me } = useMe();
  const children = me?.children ?? [];
  const [only] = children;
  if (only !== undefined && children.length === 1) return <GoTo href={paths.child(only.studentId)} />;
  return (
    <>
      <PageHeader title={i18n.t({ id: "family.children", message: "Your children" })} />
      {children.length === 0 ? (
        <EmptyState
          icon={HeartHandshake}
          title={<Trans id="family.noChildren" message="No child is linked to you yet" />}
        >
          <Trans id="family.noChildrenAdvice" message="Ask the school to invite you as a guardian." />
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-3">
          {children.map((child) => (
            <li key={child.studentId}>
              <PlainLink
                href={paths.child(child.studentId)}
                className="flex min-h-16 items-center gap-3 rounded border border-hairline bg-raised px-5 py-3 text-19 font-semibold hover:bg-hover"
              >
                <span className="grow">{child.name}</span>
                <ChevronRight
                  aria-hidden
                  size={22}
                  strokeWidth={1.75}
                  className="text-ink-3 rtl:rotate-180"
                />
              </PlainLink>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
