import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import type { ListAddress } from "./listFilters.ts";

/** The list's filters, order and words, kept in the address: a list can be shared, bookmarked and gone back to. */
export function useListAddress() {
  const address: ListAddress = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = useCallback(
    (more: ListAddress) =>
      void navigate({ to: ".", search: (before: ListAddress) => ({ ...before, ...more }), replace: true }),
    [navigate],
  );
  const clear = useCallback(
    () =>
      void navigate({
        to: ".",
        search: (before: ListAddress) => ({ search: before.search, sort: before.sort }),
        replace: true,
      }),
    [navigate],
  );
  return { address, change, clear };
}
