import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import type { SampleChild } from "#convex/sample/child.ts";
import { sampleDistrict } from "#convex/sample/district.ts";
import { emailOf, type PersonKey, samplePeople } from "#convex/sample/people.ts";
import type { Caller, Deployment } from "./people.ts";
import { enter } from "./people.ts";

/** The district while it is being filled. */
export type District = {
  deployment: Deployment;
  organizationId: Id<"organizations">;
  /** Today where the district is. */
  today: string;
  schools: { elementary: Id<"organizations">; high: Id<"organizations"> };
  administrator: Caller;
  /** By key: the people who are in. */
  people: Map<PersonKey, Caller>;
};

/** Creates the district and its schools as its first administrator, or finds them. */
export async function found(deployment: Deployment): Promise<District> {
  const administrator = await enter(deployment, "administrator");
  const { name, timeZone, schools } = sampleDistrict;
  const organizationId =
    administrator.organizationIds[0] ??
    (await administrator.mutation(api.organizations.setup.create, {
      name,
      kind: "district",
      timeZone,
      jurisdiction: "us-federal",
    }));
  const { today, schools: present } = await administrator.query(api.organizations.organizations.get, {
    organizationId,
  });
  const school = async (schoolName: string) =>
    present.find((candidate) => candidate.name === schoolName)?.schoolId ??
    (await administrator.mutation(api.organizations.organizations.addSchool, {
      organizationId,
      name: schoolName,
    }));
  return {
    deployment,
    organizationId,
    today,
    schools: { elementary: await school(schools.elementary), high: await school(schools.high) },
    administrator,
    people: new Map([["administrator", administrator]]),
  };
}

type Family = {
  studentId: Id<"students">;
  relationship: NonNullable<SampleChild["guardians"]>[number]["relationship"];
};

/** Invites a sample person, who signs up and accepts; a guardian's invitation names the child. */
export async function admit(district: District, key: PersonKey, family?: Family): Promise<Caller> {
  const person = await enter(district.deployment, key);
  district.people.set(key, person);
  if (person.organizationIds.includes(district.organizationId)) return person;
  const { administrator, organizationId } = district;
  const role = samplePeople.find((candidate) => candidate.key === key)?.role ?? "teacher";
  const email = emailOf(key);
  await administrator.mutation(api.organizations.invitations.send, {
    organizationId,
    email,
    role,
    ...family,
  });
  const mails = await administrator.query(api.notifications.outbox.list, { organizationId });
  const token = mails.find(({ to }) => to === email)?.url?.split("/invite/")[1];
  if (!token) throw new Error(`The invitation to ${email} did not arrive in the outbox.`);
  await person.mutation(api.organizations.invitations.accept, { token });
  return person;
}

/** The person with a key, who must be in already. */
export function personOf(district: District, key: PersonKey): Caller {
  const person = district.people.get(key);
  if (!person) throw new Error(`${key} is not in the district yet.`);
  return person;
}
