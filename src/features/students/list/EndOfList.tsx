import { Trans } from "@lingui/react";
import type { PaginationStatus } from "convex/react";
import { useEffect, useRef } from "react";
import { Button } from "#src/ui/Button.tsx";

/** Asks for the next page as soon as its place comes near; the button is for those who do not scroll. */
export function EndOfList({
  status,
  found,
  onMore,
}: {
  status: PaginationStatus;
  /** How many are shown so far: a page can come empty, and then the next one is asked for at once. */
  found: number;
  onMore: () => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(onMore);
  latest.current = onMore;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page can leave this place in view, which no observer reports anew
  useEffect(() => {
    const element = place.current;
    if (status !== "CanLoadMore" || !element) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && latest.current(),
      { rootMargin: "400px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [status, found]);
  if (status === "Exhausted") return null;
  return (
    <div ref={place} className="mt-4 flex justify-center">
      <Button isPending={status === "LoadingMore"} onPress={onMore}>
        <Trans id="list.more" message="Show more" />
      </Button>
    </div>
  );
}
