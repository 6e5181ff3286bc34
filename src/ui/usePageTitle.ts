import { useEffect } from "react";

/** Names the browser tab; the first thing that a screen reader says about a page. */
export function usePageTitle(title: string | undefined): void {
  useEffect(() => {
    if (title !== undefined) document.title = title === "OpenIEP" ? title : `${title} · OpenIEP`;
  }, [title]);
}
