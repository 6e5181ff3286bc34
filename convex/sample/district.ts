import { ava } from "./ava/ava";
import type { SampleChild } from "./child";
import { elementary } from "./elementary";
import { elementaryMore } from "./elementaryMore";
import { high } from "./high";
import { highMore } from "./highMore";
import { noor } from "./noor";

/** One believable district. The place and all the people are invented. */
export const sampleDistrict = {
  name: "Willow Creek Unified School District",
  timeZone: "America/Denver",
  schools: { elementary: "Cottonwood Elementary School", high: "Ridgeline High School" },
} as const;

export const sampleChildren: readonly SampleChild[] = [
  ava,
  ...elementary,
  noor,
  ...elementaryMore,
  ...high,
  ...highMore,
];
