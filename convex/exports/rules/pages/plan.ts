import { type Copy, dayIn, text } from "./copy";
import { facts, type Html, html, page, table } from "./html";
import { isEmptyProse, proseHtml } from "./prose";
import { spelled, wordsIn } from "./words";

type Row = Copy["rows"][string][number];
const ORDER = [
  "presentLevels",
  "parentConcerns",
  "strengthsAndVoice",
  "specialFactors",
  "goals",
  "services",
  "accommodations",
  "transition",
];

/** One plan as a page: its texts in the order of the plan, its goals and what is agreed. */
export function planPage(copy: Copy, plan: Row): string {
  const { words, locale, dir } = wordsIn(copy.locale);
  const ours = (name: string) => (copy.rows[name] ?? []).filter((row) => row.iepId === plan._id);
  const sections = ours("sections").sort(
    (a, b) => ORDER.indexOf(text(a, "kind")) - ORDER.indexOf(text(b, "kind")),
  );
  const texts = sections.flatMap((section) => {
    const doc = copy.prose[text(section, "_id")];
    return doc && !isEmptyProse(doc) ? [html`<h2>${spelled(section.kind)}</h2>${proseHtml(doc)}`] : [];
  });
  const span = `${dayIn(locale, text(plan, "startsOn"))} – ${dayIn(locale, text(plan, "endsOn"))}`;
  const body = html`<p><a href="../index.html">${words.back}</a></p>
<h1 dir="auto">${text(plan, "title")}</h1><p class="soft">${copy.name}, ${span}</p>${texts}
<h2>${words.goals}</h2>${ours("goals").map((goal) => goalHtml(goal, words, locale))}
<h2>${words.services}</h2>${table(
    [words.what, words.from, words.to, ""],
    ours("services").map((row) => [
      text(row, "kind"),
      dayIn(locale, text(row, "startsOn")),
      dayIn(locale, text(row, "endsOn")),
      `${text(row, "minutes")} min × ${frequency(row)}, ${text(row, "location")}`,
    ]),
  )}
<h2>${words.accommodations}</h2><ul>${ours("accommodations").map(
    (row) => html`<li dir="auto">${text(row, "text")} <span class="soft">${text(row, "setting")}</span></li>`,
  )}</ul>`;
  return page({ title: `${text(plan, "title")}: ${copy.name}`, locale, dir, body });
}

function frequency(row: Row): string {
  const { times, per } = (row.frequency ?? {}) as { times?: number; per?: string };
  return `${times ?? ""} / ${per ?? ""}`;
}

type Dated = { value?: number; on?: string };

function goalHtml(goal: Row, words: ReturnType<typeof wordsIn>["words"], locale: string): Html {
  const dated = ({ value, on }: Dated) => `${value ?? ""} (${dayIn(locale, on ?? "")})`;
  return html`<h3 dir="auto">${text(goal, "number")}. ${text(goal, "statement")}</h3>${facts([
    [words.baseline, dated((goal.baseline ?? {}) as Dated)],
    [words.target, dated((goal.target ?? {}) as Dated)],
    [words.measurements, spelled(goal.measure)],
  ])}`;
}
