import type { Role } from "../values";
import { emailOf, SAMPLE_PASSWORD, samplePeople } from "./people";

/** The people that the sign-in page of a sample deployment offers, and their one password. */
export function presentSample(): {
  people: { name: string; email: string; role: Role; description: string }[];
  password: string;
} {
  const people = samplePeople
    .filter(({ isOffered }) => isOffered)
    .map(({ key, name, role, description }) => ({ name, email: emailOf(key), role, description }));
  return { people, password: SAMPLE_PASSWORD };
}
