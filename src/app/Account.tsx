import { Suspense } from "react";
import { lazyComponent } from "#src/lib/lazyComponent.ts";
import { useMe } from "#src/lib/me.ts";
import { Avatar } from "#src/ui/Avatar.tsx";

const AccountMenu = lazyComponent(() => import("./AccountMenu.tsx"), "AccountMenu");

/** My face, in its place at once; the menu behind it comes after the page, since nothing needs it sooner. */
export function Account({ onShowShortcuts }: { onShowShortcuts?: () => void }) {
  const { me } = useMe();
  if (!me) return null;
  return (
    <Suspense fallback={<Avatar person={me.person} size={32} />}>
      <AccountMenu onShowShortcuts={onShowShortcuts} />
    </Suspense>
  );
}
