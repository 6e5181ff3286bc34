import { Trans } from "@lingui/react";
import { paths } from "#src/lib/paths.ts";
import { type Role, roleName } from "#src/lib/words.ts";
import { Link } from "#src/ui/Link.tsx";

export type SamplePerson = { name: string; email: string; role: Role; description: string };

/** In the sample district: whom to sign in as. One tap fills the form above. */
export function SamplePeople({
  people,
  onChoose,
}: {
  people: readonly SamplePerson[];
  onChoose: (person: SamplePerson) => void;
}) {
  return (
    <section aria-labelledby="sample-people" className="mt-6">
      <h2 id="sample-people" className="text-19">
        <Trans id="sample.title" message="A sample district, with invented people" />
      </h2>
      <p className="mt-1 text-ink-2">
        <Trans
          id="sample.advice"
          message="Choose somebody to try OpenIEP from their side of the table, then press Sign in."
        />
      </p>
      <ul className="mt-3 divide-y divide-hairline rounded border border-hairline bg-raised">
        {people.map((person) => (
          <li key={person.email}>
            <button
              type="button"
              onClick={() => onChoose(person)}
              className="flex min-h-14 w-full flex-wrap items-baseline gap-x-3 px-4 py-2.5 text-start hover:bg-hover"
            >
              <span className="font-semibold">{person.name}</span>
              <span className="text-14 text-ink-3">{roleName(person.role)}</span>
              <span className="w-full text-14 text-ink-2">{person.description}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-14 text-ink-2">
        <Trans
          id="sample.outbox"
          message="Mail is not sent here. <0>Read it in the outbox</0>."
          components={{ 0: <Link href={paths.outbox}>{""}</Link> }}
        />
      </p>
    </section>
  );
}
