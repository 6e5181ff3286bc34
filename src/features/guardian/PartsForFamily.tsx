import { Trans, useLingui } from "@lingui/react";
import { format } from "#src/lib/format.ts";
import type { ReadablePlan } from "./GoalForFamily.tsx";
import { factorQuestion, frequencyWords } from "./partWords.ts";

/** Each service as a sentence a family can check against the week. */
export function ServicesForFamily({ services }: { services: ReadablePlan["services"] }) {
  return (
    <ul className="flex flex-col gap-3">
      {services.map((service) => (
        <li
          key={service.serviceId}
          data-keep-together
          className="rounded border border-hairline bg-raised p-4 text-18"
        >
          <p dir="auto" className="font-semibold">
            {service.kind}
          </p>
          <p>{frequencyWords(service.frequency, service.minutes)}</p>
          <p dir="auto" className="text-16 text-ink-2">
            {service.providerRole} · {service.location}
          </p>
          <p className="text-16 text-ink-2">
            <Trans
              id="plans.span"
              message="{from} to {to}"
              values={{ from: format.day(service.startsOn), to: format.day(service.endsOn) }}
            />
          </p>
        </li>
      ))}
    </ul>
  );
}

export function AccommodationsForFamily({
  accommodations,
}: {
  accommodations: ReadablePlan["accommodations"];
}) {
  return (
    <ul className="flex list-disc flex-col gap-2 ps-6 text-18">
      {accommodations.map((accommodation) => (
        // The list keeps the page's direction, so that its marks stay inside the page.
        <li key={accommodation.accommodationId}>
          <span dir="auto" className="block">
            {accommodation.text}
          </span>
          <span dir="auto" className="block text-16 text-ink-3">
            {accommodation.setting}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The five questions with their answers; the reason only where there is one. */
export function FactorsForFamily({ factors }: { factors: ReadablePlan["specialFactors"] }) {
  // Says the questions anew when the language changes.
  useLingui();
  return (
    <dl className="flex flex-col gap-4 text-18">
      {factors.map(({ factor, applies, explanation }) => (
        <div key={factor} data-keep-together>
          <dt className="font-semibold">{factorQuestion(factor)}</dt>
          <dd>
            {applies ? <Trans id="answer.yes" message="Yes" /> : <Trans id="answer.no" message="No" />}
            {explanation !== "" && (
              <span dir="auto" className="block text-ink-2">
                {explanation}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
