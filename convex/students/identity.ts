import type { Doc, Id } from "../_generated/dataModel";
import type { CivilDay } from "../dates";
import type { QueryCtx } from "../functions";
import { blindIndex, blindIndexes, openFor, type Place, sealFor } from "../sealing/model";
import { type Identity, likenessOf, type Named } from "./rules/identity";

/** Who a child is, the sealed half included: birth date and national numbers never lie open in a row. */

export type { Identity } from "./rules/identity";

type Row = Pick<Doc<"students">, "_id" | "organizationId" | "sealedIdentity" | "birthOn">;

function placeOf({ _id, organizationId }: Pick<Row, "_id" | "organizationId">): Place {
  return { organizationId, table: "students", rowId: _id, sensitivity: "identity" };
}

/** The birth date and the national numbers of a pupil. Throws `encryption_unavailable` without the key. */
export function identityOf(student: Row): Identity {
  if (student.sealedIdentity !== undefined)
    return openFor<Identity>(placeOf(student), student.sealedIdentity);
  if (student.birthOn !== undefined) return { birthOn: student.birthOn };
  throw new Error(`Student ${student._id} has no birth date.`);
}

/** The birth date of a pupil: rules that need an age take it as an argument. */
export function birthOnOf(student: Row): CivilDay {
  return identityOf(student).birthOn;
}

/** What to patch a student's row with so that it holds the identity: the envelope, and the hashes beside it. */
export function sealedIdentityOf(student: Pick<Row, "_id" | "organizationId"> & Named, identity: Identity) {
  return {
    sealedIdentity: envelopeOf(student, identity),
    birthOn: undefined,
    ...hashesOf(student, identity),
  };
}

/** The identity sealed for the student's row, whose id it needs. */
export function envelopeOf(student: Pick<Row, "_id" | "organizationId">, identity: Identity): string {
  return sealFor(placeOf(student), identity);
}

/**
 * Keyed hashes by which the child can be found; they need no id. Names take part because a birthday alone is shared
 * by many.
 */
export function hashesOf(student: Pick<Row, "organizationId"> & Named, identity: Identity) {
  const { organizationId } = student;
  const found = (field: string, value: string | undefined) =>
    value ? blindIndex(organizationId, field, value) : undefined;
  const likeness = likenessOf(student, identity.birthOn);
  return {
    stateNumberIndex: found("stateNumber", identity.stateNumber),
    upnIndex: found("upn", identity.upn),
    formerUpnIndex: found("upn", identity.formerUpn),
    lastNameAndBirthIndex: found("lastNameAndBirth", likeness.lastName),
    firstNameAndBirthIndex: found("firstNameAndBirth", likeness.firstName),
  };
}

/** More than a handful of records with one national number would be a mistake of data entry. */
const MANY = 10;

/** The pupils of an organization with a state number. */
export async function findByStateNumber(
  db: QueryCtx["db"],
  organizationId: Id<"organizations">,
  stateNumber: string,
): Promise<Doc<"students">[]> {
  const found = blindIndexes(organizationId, "stateNumber", stateNumber).map((index) =>
    db
      .query("students")
      .withIndex("by_state_number", (q) =>
        q.eq("organizationId", organizationId).eq("stateNumberIndex", index),
      )
      .take(MANY),
  );
  return (await Promise.all(found)).flat();
}

/** The pupils of an organization with a unique pupil number (England), today's or a former one. */
export async function findByUpn(
  db: QueryCtx["db"],
  organizationId: Id<"organizations">,
  upn: string,
): Promise<Doc<"students">[]> {
  const found = blindIndexes(organizationId, "upn", upn).flatMap((index) => [
    db
      .query("students")
      .withIndex("by_upn", (q) => q.eq("organizationId", organizationId).eq("upnIndex", index))
      .take(MANY),
    db
      .query("students")
      .withIndex("by_former_upn", (q) => q.eq("organizationId", organizationId).eq("formerUpnIndex", index))
      .take(MANY),
  ]);
  return (await Promise.all(found)).flat();
}

/** The pupils of an organization who were born on the day and whose first or last name sounds alike. */
export async function findAlike(
  db: QueryCtx["db"],
  organizationId: Id<"organizations">,
  named: Named,
  birthOn: CivilDay,
): Promise<Doc<"students">[]> {
  const { lastName, firstName } = likenessOf(named, birthOn);
  const byLast = blindIndexes(organizationId, "lastNameAndBirth", lastName).map((index) =>
    db
      .query("students")
      .withIndex("by_last_name_and_birth", (q) =>
        q.eq("organizationId", organizationId).eq("lastNameAndBirthIndex", index),
      )
      .take(MANY),
  );
  const byFirst = blindIndexes(organizationId, "firstNameAndBirth", firstName).map((index) =>
    db
      .query("students")
      .withIndex("by_first_name_and_birth", (q) =>
        q.eq("organizationId", organizationId).eq("firstNameAndBirthIndex", index),
      )
      .take(MANY),
  );
  return (await Promise.all([...byLast, ...byFirst])).flat();
}
