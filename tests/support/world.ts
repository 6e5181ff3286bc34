import { api, internal } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import type { Role } from "#convex/values.ts";
import { type Backend, type Caller, openBackend } from "./backend.ts";
import { type Child, type ChildDetails, enrol } from "./child.ts";

/** Somebody with an account and, mostly, a membership. */
export type Person = Caller & { personId: Id<"people">; name: string; email: string };

type Invitation = {
  name?: string;
  schoolId?: Id<"organizations">;
  studentId?: Id<"students">;
  relationship?: "mother" | "father" | "parent";
};

/** One district with an administrator and a school, and builders that make whatever parents are missing. */
export type World = {
  backend: Backend;
  organizationId: Id<"organizations">;
  schoolId: Id<"organizations">;
  administrator: Person;
  /** Invites somebody, who signs up and accepts. */
  aMember(role: Role, invitation?: Invitation): Promise<Person>;
  /** Adds a school to the district. */
  aSchool(name?: string): Promise<Id<"organizations">>;
  /** Enrols a pupil with a case manager. */
  aStudent(details?: ChildDetails): Promise<Child>;
};

/** A number that no other test uses, even on a deployment that several test files share. */
let made = 0;
const unique = () =>
  `${Date.now().toString(36)}${(made++).toString(36)}${Math.random().toString(36).slice(2, 6)}`;

/** Makes an account that belongs nowhere. */
export async function aVisitor(backend: Backend, name = "Vera Visitor"): Promise<Person> {
  const email = `${name.split(" ")[0]?.toLowerCase() ?? "somebody"}-${unique()}@example.test`;
  const caller = await backend.signUp({ name, email });
  const me = await caller.query(api.people.me.get, {});
  if (!me) throw new Error("Signed up, and yet nobody.");
  return { ...caller, personId: me.person.personId, name, email };
}

/** Makes a district of its own, on a backend of its own or on the one given. */
export async function aWorld(given?: Backend): Promise<World> {
  const backend = given ?? (await openBackend());
  const administrator = await aVisitor(backend, "Ada Administrator");
  const organizationId = await backend.operator.mutation(internal.organizations.operator.addOrganization, {
    name: "Test District",
    kind: "district",
    timeZone: "America/Chicago",
    jurisdiction: "us-federal",
    administratorEmail: administrator.email,
  });
  const aSchool = (name = "Test School") =>
    administrator.mutation(api.organizations.organizations.addSchool, { organizationId, name });
  const schoolId = await aSchool();

  const world: World = {
    backend,
    organizationId,
    schoolId,
    administrator,
    aSchool,
    aMember: async (role, { name = nameFor(role), ...rest } = {}) => {
      const person = await aVisitor(backend, name);
      await administrator.mutation(api.organizations.invitations.send, {
        organizationId,
        email: person.email,
        role,
        ...rest,
      });
      const token = await tokenSentTo(administrator, organizationId, person.email);
      await person.mutation(api.organizations.invitations.accept, { token });
      return person;
    },
    aStudent: (details) => enrol(world, details),
  };
  return world;
}

/** The token in the newest invitation that the outbox holds for an address. */
export async function tokenSentTo(
  administrator: Caller,
  organizationId: Id<"organizations">,
  email: string,
): Promise<string> {
  const mails = await administrator.query(api.notifications.outbox.list, { organizationId });
  const url = mails.find((mail) => mail.to === email)?.url;
  const token = url?.split("/invite/")[1];
  if (!token) throw new Error(`No invitation was sent to ${email}.`);
  return token;
}

function nameFor(role: Role): string {
  const names: Record<Role, string> = {
    administrator: "Alba Administrator",
    caseManager: "Casey Manager",
    teacher: "Tess Teacher",
    specialist: "Sam Specialist",
    guardian: "Gale Guardian",
    student: "Stevie Student",
  };
  return names[role];
}
