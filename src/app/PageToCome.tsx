import { useLingui } from "@lingui/react";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";

/** In a page's place while its code is on its way: what is shown never belongs to another address. */
export function PageToCome() {
  const { i18n } = useLingui();
  return <SkeletonRows label={i18n.t({ id: "waiting.label", message: "Opening OpenIEP" })} rows={6} />;
}
