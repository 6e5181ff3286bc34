import { expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import { aWorld } from "#tests/support/world.ts";

test("a case manager opens the record of their own child", async () => {
  const world = await aWorld();
  const child = await world.aStudent({ firstName: "Robin", lastName: "Example" });
  const record = await child.caseManager.query(api.students.record.get, { studentId: child.studentId });
  expect(record.student.name).toBe("Robin Example");
  expect(record.caseManager?.personId).toBe(child.caseManager.personId);
});
