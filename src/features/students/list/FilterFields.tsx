import { useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import { packFor } from "#convex/compliance/rules/packs.ts";
import { gradeOptions } from "#src/lib/grades.ts";
import { useMe, useMyOrganization } from "#src/lib/me.ts";
import { useStaff } from "#src/lib/useStaff.ts";
import { needName, senStatusName } from "#src/lib/words.ts";
import { FilterSelect } from "#src/ui/FilterSelect.tsx";
import { enrolmentName, planFilterName } from "./filterWords.ts";
import type { FilterName, ListAddress } from "./listFilters.ts";

const caseManagers = ["caseManager"] as const;
const nobody = [] as const;

/** Every filter of the list, beside each other on a wide screen, below each other in the phone's dialog. */
export function FilterFields({
  address,
  onChange,
}: {
  address: ListAddress;
  onChange: (more: ListAddress) => void;
}) {
  const { i18n } = useLingui();
  const { organizationId, jurisdiction } = useMyOrganization();
  const isAdministrator = useMe().roles.includes("administrator");
  const organization = useQuery(api.organizations.organizations.get, { organizationId });
  const managers = useStaff(isAdministrator ? caseManagers : nobody);
  const pack = packFor(jurisdiction, organization?.settings);
  const filter = (name: FilterName) => ({
    value: address[name],
    onChange: (value: string | undefined) => onChange({ [name]: value }),
  });
  const schools = organization?.schools ?? [];
  return (
    <>
      {schools.length > 1 && (
        <FilterSelect
          label={i18n.t({ id: "filter.school", message: "School" })}
          anyLabel={i18n.t({ id: "filter.anySchool", message: "All schools" })}
          options={schools.map(({ schoolId, name }) => ({ id: schoolId, label: name }))}
          {...filter("school")}
        />
      )}
      <FilterSelect
        label={i18n.t({ id: "filter.grade", message: "Grade" })}
        anyLabel={i18n.t({ id: "filter.anyGrade", message: "All grades" })}
        options={gradeOptions()}
        {...filter("grade")}
      />
      <FilterSelect
        label={i18n.t({ id: "filter.status", message: "Status" })}
        anyLabel={i18n.t({ id: "filter.anyStatus", message: "Any status" })}
        options={[...pack.statuses.map(({ kind }) => kind), "none" as const].map((kind) => ({
          id: kind,
          label: senStatusName(kind),
        }))}
        {...filter("status")}
      />
      <FilterSelect
        label={i18n.t({ id: "filter.need", message: "Primary need" })}
        anyLabel={i18n.t({ id: "filter.anyNeed", message: "Any need" })}
        options={pack.needs.map(({ key }) => ({ id: key, label: needName(key) }))}
        {...filter("need")}
      />
      <FilterSelect
        label={i18n.t({ id: "filter.plan", message: "Plan" })}
        anyLabel={i18n.t({ id: "filter.anyPlan", message: "Any plan" })}
        options={(["none", "draft", "inEffect", "soon", "overdue"] as const).map((id) => ({
          id,
          label: planFilterName(id),
        }))}
        {...filter("plan")}
      />
      {isAdministrator && (
        <FilterSelect
          label={i18n.t({ id: "filter.manager", message: "Case manager" })}
          anyLabel={i18n.t({ id: "filter.anyManager", message: "Any case manager" })}
          options={[
            { id: "nobody", label: i18n.t({ id: "filter.nobody", message: "Nobody yet" }) },
            ...(managers ?? []).map(({ id, label }) => ({ id, label })),
          ]}
          {...filter("manager")}
        />
      )}
      <FilterSelect
        label={i18n.t({ id: "filter.enrolled", message: "Enrollment" })}
        anyLabel={enrolmentName("active")}
        options={(["inactive", "graduated", "transferred", "all"] as const).map((id) => ({
          id,
          label: enrolmentName(id),
        }))}
        {...filter("enrolled")}
      />
    </>
  );
}
