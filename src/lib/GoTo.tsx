import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";

/** Moves on to an address as text, in place of this entry of the history. */
export function GoTo({ href }: { href: string }): null {
  const router = useRouter();
  useEffect(() => {
    void router.navigate({ href, replace: true });
  }, [href, router]);
  return null;
}
