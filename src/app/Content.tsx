import { useLingui } from "@lingui/react";
import { useLocation } from "@tanstack/react-router";
import { type ReactNode, Suspense, useEffect, useRef } from "react";
import { useFocusKept } from "#src/lib/useFocusKept.ts";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";

/** The page itself. After a change of address it takes focus, so that keyboard and screen reader start at its top. */
export function Content({ children, className }: { children: ReactNode; className?: string }) {
  const { i18n } = useLingui();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useFocusKept(main);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <main ref={main} id="content" tabIndex={-1} className={className} style={{ outline: "none" }}>
      <Suspense
        fallback={<SkeletonRows label={i18n.t({ id: "loading.page", message: "Loading the page" })} />}
      >
        {children}
      </Suspense>
    </main>
  );
}
