import { Trans, useLingui } from "@lingui/react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button } from "#src/ui/Button.tsx";
import { SelectField } from "#src/ui/SelectField.tsx";
import { type AuditAddress, kindOptions } from "./auditFilter.ts";

/** One kind of entry, or all; the names in the table narrow it to one person or one child. Lives in the address. */
export function AuditFilters() {
  useLingui();
  const navigate = useNavigate();
  const { person, child, kind } = useSearch({ strict: false });
  const show = (search: AuditAddress) => void navigate({ to: "/audit", search });
  return (
    <div className="mb-4 flex flex-wrap items-end gap-3">
      <SelectField
        label={<Trans id="audit.kind" message="Show" />}
        options={kindOptions()}
        value={person === undefined && child === undefined ? (kind ?? "all") : null}
        onChange={(chosen) => show(chosen === "all" ? {} : { kind: chosen })}
      />
      {(person !== undefined || child !== undefined) && (
        <Button kind="quiet" onPress={() => show({})}>
          {person === undefined ? (
            <Trans id="audit.allChildren" message="One child only. Show everything" />
          ) : (
            <Trans id="audit.allPeople" message="One person only. Show everything" />
          )}
        </Button>
      )}
    </div>
  );
}
