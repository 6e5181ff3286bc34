import { type Copy, dayIn, newestFirst, planPath, stands, text } from "./copy";
import { facts, type Html, html, page, table } from "./html";
import { gradeNamed, spelled, type Words, wordsIn } from "./words";

type Row = Copy["rows"][string][number];
type Part = { id: string; title: string; body: Html };

/** The first page of a copy: what it is, what is in it, and the record in plain words. Nothing empty is listed. */
export function indexPage(copy: Copy, dataFiles: readonly string[]): string {
  const { words, locale, dir } = wordsIn(copy.locale);
  const parts = partsOf(copy, words, locale, dataFiles);
  const body = html`<h1 dir="auto">${words.title(copy.name)}</h1>
<p>${words.made(dayIn(locale, copy.day), copy.organizationName)} ${copy.audience === "family" ? words.share : words.complete}</p>
<p class="soft">${words.open}</p>
<nav aria-label="${words.contents}"><h2>${words.contents}</h2><ul>${parts.map(
    ({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`,
  )}</ul></nav>
${parts.map(({ id, title, body: inner }) => html`<section id="${id}"><h2>${title}</h2>${inner}</section>`)}`;
  return page({ title: words.title(copy.name), locale, dir, body });
}

function partsOf(copy: Copy, words: Words, locale: string, dataFiles: readonly string[]): Part[] {
  const { rows, student } = copy;
  const day = (row: Row, field: string) => dayIn(locale, text(row, field));
  const span = (row: Row) => [
    day(row, "startsOn"),
    text(row, "endsOn") === "" ? words.goesOn : day(row, "endsOn"),
  ];
  const who = (row: Row, field: string) => copy.people[text(row, field)] ?? text(row, field);
  const part = (id: string, title: string, name: string, body: () => Html): Part[] =>
    (rows[name] ?? []).length > 0 ? [{ id, title, body: body() }] : [];
  return [
    {
      id: "about",
      title: words.about,
      body: facts([
        [words.name, copy.name],
        [words.number, student.studentNumber],
        [words.school, student.schoolName],
        [words.grade, gradeNamed(student.grade, words)],
      ]),
    },
    ...part("status", words.status, "senEpisodes", () =>
      table(
        [words.what, words.from, words.to, words.why],
        newestFirst(rows, "senEpisodes", "startsOn")
          .filter(stands)
          .map((row) => [spelled(row.kind), ...span(row), text(row, "reason")]),
      ),
    ),
    ...part("needs", words.needs, "studentNeeds", () =>
      table(
        [words.what, words.from, words.to],
        newestFirst(rows, "studentNeeds", "startsOn")
          .filter(stands)
          .map((row) => [spelled(row.code), ...span(row)]),
      ),
    ),
    ...part(
      "plans",
      words.plans,
      "ieps",
      () =>
        html`<ul>${newestFirst(rows, "ieps", "startsOn").map(
          (plan, i) =>
            html`<li><a href="${planPath(plan, i + 1)}">${text(plan, "title")}</a>, ${span(plan).join(" – ")}</li>`,
        )}</ul>`,
    ),
    ...part("measurements", words.measurements, "observations", () => measurements(copy, words, locale)),
    ...part(
      "documents",
      words.documents,
      "documents",
      () =>
        html`<ul>${newestFirst(rows, "documents", "documentOn").map((row) => {
          const path = copy.files[text(row, "storageId")];
          return html`<li>${path ? html`<a href="${encodeURI(path)}">${text(row, "title")}</a>` : text(row, "title")}, ${day(row, "documentOn")}</li>`;
        })}</ul>`,
    ),
    ...part("consents", words.consents, "consents", () =>
      table(
        [words.what, "", words.on],
        newestFirst(rows, "consents", "decidedOn").map((row) => [
          spelled(row.kind),
          spelled(row.decision),
          day(row, "decidedOn"),
        ]),
      ),
    ),
    ...part("guardians", words.guardians, "guardianships", () =>
      table(
        [words.who, "", words.from, words.to],
        (rows.guardianships ?? [])
          .filter(stands)
          .map((row) => [who(row, "personId"), spelled(row.relationship), ...span(row)]),
      ),
    ),
    ...part("disclosures", words.disclosures, "disclosures", () =>
      table(
        [words.who, words.why, words.on],
        newestFirst(rows, "disclosures", "disclosedOn").map((row) => [
          text(row, "recipient"),
          text(row, "purpose"),
          day(row, "disclosedOn"),
        ]),
      ),
    ),
    ...(copy.opened.length > 0
      ? [
          {
            id: "opened",
            title: words.opened,
            body: table(
              [words.who, words.on],
              copy.opened.map(({ at, who: reader }) => [
                reader,
                dayIn(locale, new Date(at).toISOString().slice(0, 10)),
              ]),
            ),
          },
        ]
      : []),
    {
      id: "data",
      title: words.data,
      body: html`<p>${words.dataLead}</p><ul>${dataFiles.map((path) => html`<li><a href="${path}">${path}</a></li>`)}</ul><h3>${words.whole}</h3><p>${words.wholeLead}</p>`,
    },
  ];
}

/** Goal by goal: how many measurements, and the newest. */
function measurements(copy: Copy, words: Words, locale: string): Html {
  const { rows } = copy;
  const lines = newestFirst(rows, "goals", "_creationTime").flatMap((goal) => {
    const series = text(goal, "continuesId") || text(goal, "_id");
    const taken = newestFirst(rows, "observations", "observedOn").filter((row) => row.goalId === series);
    const [latest] = taken;
    return latest
      ? [
          [
            text(goal, "statement"),
            taken.length,
            `${text(latest, "value")} (${dayIn(locale, text(latest, "observedOn"))})`,
          ],
        ]
      : [];
  });
  return html`<p><a href="data/measurements.csv">${words.allMeasurements}</a></p>${table([words.goals, words.measurements, words.latest], lines)}`;
}
