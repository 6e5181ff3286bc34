import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import { DueWork } from "#src/features/home/DueWork.tsx";
import { FirstStudents } from "#src/features/students/list/FirstStudents.tsx";
import { useMe, useMyOrganization } from "#src/lib/me.ts";
import { paths } from "#src/lib/paths.ts";
import { Card } from "#src/ui/Card.tsx";
import { Link, LinkButton } from "#src/ui/Link.tsx";
import { PageHeader } from "#src/ui/PageHeader.tsx";

/** What is due, and my students. */
export function TeamHome() {
  const { i18n } = useLingui();
  const { me, roles } = useMe();
  const { organizationId } = useMyOrganization();
  const due = useQuery(api.students.due.list, { organizationId });
  return (
    <>
      <PageHeader
        title={i18n.t({ id: "home.title", message: "Home" })}
        below={
          <Trans
            id="home.greeting"
            message="Good to see you, {name}."
            values={{ name: me?.person.name ?? "" }}
          />
        }
        actions={
          roles.some((role) => role !== "administrator") && (
            <LinkButton kind="primary" href={paths.log}>
              <Trans id="home.log" message="Log progress" />
            </LinkButton>
          )
        }
      />
      <div className="flex flex-col gap-6">
        <Card title={<Trans id="home.due" message="What is due" />}>
          <DueWork />
        </Card>
        <Card
          // Read at the same time and shown after what is due, so that no row moves from under a finger.
          className={due === undefined ? "hidden" : undefined}
          title={
            roles.includes("administrator") ? (
              <Trans id="students.title" message="Students" />
            ) : (
              <Trans id="home.students" message="My students" />
            )
          }
          actions={
            <Link href={paths.students}>
              <Trans id="home.allStudents" message="All students" />
            </Link>
          }
        >
          <FirstStudents />
        </Card>
      </div>
    </>
  );
}
