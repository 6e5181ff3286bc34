import { ConvexHttpClient } from "convex/browser";
import { api } from "#convex/_generated/api.js";
import { sampleChildren } from "#convex/sample/district.ts";
import { samplePeople } from "#convex/sample/people.ts";
import { loadChild, studentsByName } from "./seed/children.ts";
import { admit, found } from "./seed/district.ts";
import { formGroups, importRoster, writeCalendar } from "./seed/year.ts";

/** Children who are loaded at once. Each waits for its own answers, so a few at a time keep the server busy. */
const AT_ONCE = 4;

/**
 * Fills an empty deployment with the sample district, through the functions and the sign-in that people use, so
 * that it cannot be wrong where the product is right. Run again after an interruption it finishes what is
 * missing; on a deployment that somebody else has begun it does nothing.
 */
export async function seed({
  url,
  siteUrl,
  say = () => {},
}: {
  url: string;
  siteUrl: string;
  adminKey?: string;
  say?: (line: string) => void;
}): Promise<void> {
  const status = await new ConvexHttpClient(url).query(api.organizations.setup.status, {});
  if (!status.isEmpty && !status.sample) return;
  const district = await found({ url, siteUrl });
  const staff = samplePeople.filter(({ role }) => role !== "guardian" && role !== "administrator");
  await Promise.all([writeCalendar(district), ...staff.map(({ key }) => admit(district, key))]);
  say(`${staff.length + 1} members of staff`);
  const present = await studentsByName(district);
  const waiting = [...sampleChildren];
  const worker = async () => {
    for (let child = waiting.shift(); child; child = waiting.shift()) {
      await loadChild(district, child, present);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  say(`${sampleChildren.length} children`);
  await Promise.all([formGroups(district), importRoster(district)]);
}
