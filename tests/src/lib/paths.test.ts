import { describe, expect, test } from "vitest";
import { placeOf } from "#convex/notifications/rules/places.ts";
import { paths } from "#src/lib/paths.ts";

const id = "k17child";

describe("what a mail or an alert is about lies at an address of the client", () => {
  test.each([
    ["consentAsked", "family", paths.childConsents(id)],
    ["recordRequestAnswered", "family", paths.childAccess(id)],
    ["rightsExplained", "family", paths.childConsents(id)],
    ["rightsTransferred", "family", paths.childConsents(id)],
    ["consentAnswered", "team", paths.studentConsents(id)],
    ["consentWithdrawn", "team", paths.studentConsents(id)],
    ["recordRequested", "team", paths.studentAccess(id)],
    ["emergencyBegan", "team", paths.studentAccess(id)],
    ["chainBroken", "team", paths.audit],
  ] as const)("%s for the %s", (kind, audience, address) => {
    expect(placeOf({ kind, audience, studentId: id })).toBe(address);
  });

  test("and nowhere, where the reader may not know of the child any more", () => {
    expect(placeOf({ kind: "consentAsked", audience: "family", studentId: null })).toBeNull();
  });
});
