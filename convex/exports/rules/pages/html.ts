/** Pages that open without a network, for ever: no script, no font, no picture from elsewhere. */

/** Text that is safe to stand in a page. */
export type Html = { readonly html: string };

const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);

type Part = Html | string | number | null | undefined | readonly Part[];

function textOf(part: Part): string {
  if (part === null || part === undefined) return "";
  if (Array.isArray(part)) return part.map(textOf).join("");
  return typeof part === "object" ? (part as Html).html : escaped(String(part));
}

/** A piece of a page. Everything put into it is escaped, unless it is a piece itself. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: strings.reduce((text, string, i) => text + textOf(parts[i - 1]) + string) };
}

const STYLE = `
:root { color-scheme: light dark; --ink: #1d2326; --soft: #4c565b; --line: #d7d5cf; --paper: #fdfcf9; --accent: #0b6165; }
@media (prefers-color-scheme: dark) { :root { --ink: #eef1f0; --soft: #b4bfbf; --line: #3c4546; --paper: #171c1d; --accent: #7fd0d2; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 18px/1.6 "Atkinson Hyperlegible Next", "Noto Sans", "Noto Sans Arabic", system-ui, sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.8rem; line-height: 1.25; margin: 0 0 .5rem; } h2 { font-size: 1.3rem; margin: 2.5rem 0 .5rem; } h3 { font-size: 1.05rem; margin: 1.5rem 0 .25rem; }
p, ul, ol, dl { margin: .5rem 0; } .soft { color: var(--soft); } a { color: var(--accent); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.25rem; } dt { color: var(--soft); } dd { margin: 0; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .95rem; font-variant-numeric: tabular-nums; }
th, td { text-align: start; vertical-align: top; padding: .4rem 1rem .4rem 0; border-bottom: 1px solid var(--line); } th { font-weight: 600; }
@media print { body { background: #fff; color: #000; font-size: 11pt; } main { max-width: none; padding: 0; } tr, h2, h3 { break-inside: avoid; break-after: auto; } }
`;

/** A whole page. */
export function page(options: { title: string; locale: string; dir: "ltr" | "rtl"; body: Html }): string {
  const { title, locale, dir, body } = options;
  const head = html`<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self'"><title>${title}</title>`;
  return `<!doctype html>\n<html lang="${escaped(locale)}" dir="${dir}"><head>${head.html}<style>${STYLE}</style></head><body><main>\n${body.html}\n</main></body></html>\n`;
}

export const table = (head: readonly Part[], rows: readonly (readonly Part[])[]): Html =>
  html`<div class="wide"><table><thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead><tbody>${rows.map(
    (row) => html`<tr>${row.map((cell) => html`<td dir="auto">${cell}</td>`)}</tr>`,
  )}</tbody></table></div>`;

export const facts = (pairs: readonly (readonly [string, Part])[]): Html =>
  html`<dl>${pairs
    .filter(([, value]) => value !== null && value !== undefined && value !== "")
    .map(([term, value]) => html`<dt>${term}</dt><dd dir="auto">${value}</dd>`)}</dl>`;
