import { Trans, useLingui } from "@lingui/react";
import { useRouter } from "@tanstack/react-router";
import { useQuery } from "convex/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { packFor } from "#convex/compliance/rules/packs.ts";
import { today } from "#src/lib/format.ts";
import { gradeOptions } from "#src/lib/grades.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { paths } from "#src/lib/paths.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { needName } from "#src/lib/words.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Form } from "#src/ui/Form.tsx";
import { Link, LinkButton } from "#src/ui/Link.tsx";
import { SelectField } from "#src/ui/SelectField.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { BirthDateField } from "./BirthDateField.tsx";
import { emptyStudent, type NewStudent, readNewStudent } from "./newStudent.ts";

/** One child, typed once; the record opens when it is there. */
export function AddStudentForm() {
  const { i18n } = useLingui();
  const router = useRouter();
  const { organizationId, jurisdiction } = useMyOrganization();
  const organization = useQuery(api.organizations.organizations.get, { organizationId });
  const add = useCommand(api.students.students.add, {
    showsProblem: false,
    done: i18n.t({ id: "addStudent.done", message: "Student added" }),
  });
  const [typed, setTyped] = useState<NewStudent>(emptyStudent);
  const put =
    <Part extends keyof NewStudent>(part: Part) =>
    (value: NewStudent[Part]) =>
      setTyped((before) => ({ ...before, [part]: value }));
  const schools = organization?.schools ?? [];
  const schoolId = typed.schoolId ?? (schools.length === 1 ? schools[0]?.schoolId : undefined) ?? null;
  const form = useSubmit(
    () => {
      const read = readNewStudent({ ...typed, schoolId }, today());
      return read.student ? add({ organizationId, ...read.student }) : read.errors;
    },
    (studentId) => void router.navigate({ href: paths.student(studentId) }),
  );
  if (organization === undefined) {
    return <SkeletonRows label={i18n.t({ id: "loading.form", message: "Loading the form" })} />;
  }
  if (schools.length === 0) {
    return (
      <Banner tone="information" title={<Trans id="addStudent.noSchool" message="First a school" />}>
        <Trans
          id="addStudent.noSchoolAdvice"
          message="Every student belongs to a school, and there is none yet. <0>Add one in the settings</0>, then come back."
          components={{ 0: <Link href={paths.schools}>{""}</Link> }}
        />
      </Banner>
    );
  }
  return (
    <Form
      summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
      errors={form.errors}
      onSubmit={form.submit}
    >
      <TextField
        name="firstName"
        label={<Trans id="student.firstName" message="First name" />}
        value={typed.firstName}
        onChange={put("firstName")}
        autoComplete="off"
      />
      <TextField
        name="lastName"
        label={<Trans id="student.lastName" message="Last name" />}
        value={typed.lastName}
        onChange={put("lastName")}
        autoComplete="off"
      />
      <TextField
        name="preferredName"
        label={<Trans id="student.preferredName" message="Preferred name" />}
        optional={<Trans id="form.optional" message="(optional)" />}
        hint={<Trans id="student.preferredNameHint" message="What the child likes to be called." />}
        value={typed.preferredName}
        onChange={put("preferredName")}
        autoComplete="off"
      />
      <TextField
        name="studentNumber"
        width="medium"
        label={<Trans id="student.number" message="Student number" />}
        value={typed.studentNumber}
        onChange={put("studentNumber")}
        autoComplete="off"
      />
      <BirthDateField value={typed.birth} onChange={put("birth")} error={form.errors.birthOn} />
      <SelectField
        name="gradeLevel"
        label={<Trans id="students.grade" message="Grade" />}
        placeholder={i18n.t({ id: "form.choose", message: "Choose" })}
        options={gradeOptions()}
        value={typed.gradeLevel}
        onChange={put("gradeLevel")}
      />
      {schools.length > 1 && (
        <SelectField<Id<"organizations">>
          name="schoolId"
          label={<Trans id="student.school" message="School" />}
          placeholder={i18n.t({ id: "form.choose", message: "Choose" })}
          options={schools.map((school) => ({ id: school.schoolId, label: school.name }))}
          value={schoolId}
          onChange={put("schoolId")}
          width="long"
        />
      )}
      <SelectField
        name="needs"
        label={<Trans id="students.need" message="Primary need" />}
        optional={<Trans id="form.optional" message="(optional)" />}
        hint={
          <Trans
            id="student.needHint"
            message="The disability category found by the evaluation; leave it open while the evaluation runs."
          />
        }
        placeholder={i18n.t({ id: "form.choose", message: "Choose" })}
        options={packFor(jurisdiction, organization.settings).needs.map(({ key }) => ({
          id: key,
          label: needName(key),
        }))}
        value={typed.primaryNeed}
        onChange={put("primaryNeed")}
        width="long"
      />
      <div className="flex flex-wrap gap-3">
        <Button kind="primary" type="submit" isPending={form.isPending}>
          <Trans id="students.add" message="Add a student" />
        </Button>
        <LinkButton kind="quiet" href={paths.students}>
          <Trans id="action.cancel" message="Cancel" />
        </LinkButton>
      </div>
    </Form>
  );
}
