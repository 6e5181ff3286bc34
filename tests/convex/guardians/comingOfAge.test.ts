import { describe, expect, test } from "vitest";
import { api, internal } from "#convex/_generated/api.js";
import { england } from "#convex/compliance/rules/england.ts";
import { packFor } from "#convex/compliance/rules/packs.ts";
import { usFederal } from "#convex/compliance/rules/usFederal.ts";
import { comesOfAgeOn, explainRightsFrom, readsAloneOn } from "#convex/guardians/rules.ts";
import { openBackend } from "#tests/support/backend.ts";
import { aVisitor } from "#tests/support/world.ts";

describe("in the United States rights pass", () => {
  test("on the birthday, eighteen or what the state says, and are explained a year before", () => {
    expect(comesOfAgeOn("2008-03-15", usFederal)).toBe("2026-03-15");
    expect(comesOfAgeOn("2008-03-15", packFor("us-federal", { majorityAge: 19 }))).toBe("2027-03-15");
    expect(explainRightsFrom("2008-03-15", usFederal)).toBe("2025-03-15");
    expect(readsAloneOn("2008-03-15", packFor("us-federal", { majorityAge: 19 }))).toBe("2027-03-15");
    // Born on the day that a common year does not have.
    expect(explainRightsFrom("2008-02-29", usFederal)).toBe("2025-02-28");
  });
});

describe("in England rights pass when compulsory school age is over: after the last Friday in June", () => {
  test.each([
    ["for whoever turned sixteen in that school year", "2016-05-14", "2032-06-26"],
    ["for the oldest of the year, months after the birthday", "2015-09-01", "2032-06-26"],
    ["for the youngest of the year, weeks before it", "2016-08-31", "2032-06-26"],
    ["a year later for whoever is a day younger", "2016-09-01", "2033-06-25"],
    ["after a thirtieth that is a Friday, on the first of July", "2007-04-01", "2023-07-01"],
  ])("%s", (_, birthOn, day) => {
    expect(comesOfAgeOn(birthOn, england)).toBe(day);
  });

  test("and are explained a year before", () => {
    expect(explainRightsFrom("2016-05-14", england)).toBe("2031-06-26");
  });

  test("whatever age an organization has set", () => {
    expect(comesOfAgeOn("2016-05-14", packFor("england", { majorityAge: 18 }))).toBe("2032-06-26");
  });

  test("but parents read the record until eighteen, where the school does not decide otherwise", () => {
    expect(readsAloneOn("2016-05-14", england)).toBe("2034-05-14");
    expect(readsAloneOn("2016-05-14", packFor("england", { parentsReadOn: false }))).toBe("2032-06-26");
  });

  test("as the page of consents says", async () => {
    const backend = await openBackend();
    const head = await aVisitor(backend, "Hazel Head");
    const organizationId = await backend.operator.mutation(internal.organizations.operator.addOrganization, {
      ...{ name: "Elm Primary", kind: "school", timeZone: "Europe/London", jurisdiction: "england" },
      administratorEmail: head.email,
    });
    const studentId = await head.mutation(api.students.students.add, {
      ...{ organizationId, schoolId: organizationId, gradeLevel: "Y5", studentNumber: "A1" },
      ...{ firstName: "Robin", lastName: "Quill", birthOn: "2016-05-14" },
    });
    const { majority } = await head.query(api.guardians.around.list, { studentId });
    expect(majority).toMatchObject({ from: "compulsorySchoolAge", on: "2032-06-26", isOfAge: false });
  });
});
