import { Trans, useLingui } from "@lingui/react";
import { useConvexAuth, useQuery } from "convex/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { EntryFrame } from "#src/features/auth/EntryFrame.tsx";
import { CreateOrganizationForm } from "#src/features/organizations/CreateOrganizationForm.tsx";
import { GoTo } from "#src/lib/GoTo.tsx";
import { paths } from "#src/lib/paths.ts";

/** The second step of the first visitor. Everybody else is sent home. */
export function CreateOrganizationPage() {
  const { i18n } = useLingui();
  const { isLoading, isAuthenticated } = useConvexAuth();
  const status = useQuery(api.organizations.setup.status);
  const [isCreated, setIsCreated] = useState(false);
  if (isCreated || status?.isEmpty === false) return <GoTo href={paths.home} />;
  if (!isLoading && !isAuthenticated) return <GoTo href={paths.signUp} />;
  return (
    <EntryFrame
      title={i18n.t({ id: "setup.title", message: "Your district or school" })}
      lead={
        <Trans
          id="setup.lead"
          message="You become its administrator: you invite the others and add the children."
        />
      }
    >
      <CreateOrganizationForm onCreated={() => setIsCreated(true)} />
    </EntryFrame>
  );
}
