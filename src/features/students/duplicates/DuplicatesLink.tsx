import { useLingui } from "@lingui/react";
import { usePaginatedQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import { useMyOrganization } from "#src/lib/me.ts";
import { paths } from "#src/lib/paths.ts";
import { LinkButton } from "#src/ui/Link.tsx";

/** Leads to the records that may be of one child, while there are any. */
export function DuplicatesLink() {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const { results } = usePaginatedQuery(
    api.students.duplicates.list,
    { organizationId },
    { initialNumItems: 1 },
  );
  if (results.length === 0) return null;
  return (
    <LinkButton href={paths.duplicates}>
      {i18n.t({ id: "duplicates.title", message: "Possible duplicates" })}
    </LinkButton>
  );
}
