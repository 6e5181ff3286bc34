import { useLingui } from "@lingui/react";
import { useNavigate } from "@tanstack/react-router";
import { useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import { RightsLetters } from "#src/features/guardians/RightsLetters.tsx";
import { useMyOrganization } from "#src/lib/me.ts";
import { paths } from "#src/lib/paths.ts";
import { useAddress } from "#src/lib/useAddress.ts";
import { Link } from "#src/ui/Link.tsx";
import { PageHeader } from "#src/ui/PageHeader.tsx";

/** Letters about rights at full age, to print, to post, and to put on record. */
export function RightsLettersPage() {
  const { i18n } = useLingui();
  const { studentId } = useAddress();
  const navigate = useNavigate();
  const { organizationName } = useMyOrganization();
  const record = useQuery(api.students.record.get, { studentId });
  if (!record) return null;
  const back = paths.studentConsents(studentId);
  const { name } = record.student;
  return (
    <>
      <div data-screen-only>
        <PageHeader
          above={<Link href={back}>{name}</Link>}
          title={i18n.t({ id: "letters.title", message: "Letters about rights at full age" })}
        />
      </div>
      <RightsLetters
        studentId={studentId}
        student={name}
        from={organizationName}
        onDone={() => void navigate({ href: back })}
      />
    </>
  );
}
