import type { Doc } from "../../_generated/dataModel";
import { locales } from "../../people/rules";
import { arabic } from "./arabicWords";
import { england } from "./englandWords";
import { english } from "./englishWords";
import { spanish } from "./spanishWords";

/** A mail as it arrives: in one language, as plain text and as a page. The link is the last line of both. */
export type WrittenMail = {
  locale: MailLocale;
  direction: "ltr" | "rtl";
  subject: string;
  body: string;
  html: string;
};
export type MailLocale = (typeof locales)[number];
export type Template = Doc<"outbox">["template"];
/** What a mail says, with its parameters in braces. A subject names no child. */
export type MailWords = Record<Template, { subject: string; body: string }> & {
  /** What the link is called where it can be pressed. */
  open: string;
  /** Before the name of the child, in a letter. */
  about: string;
};

const words: Record<MailLocale, MailWords> = { en: english, es: spanish, ar: arabic };

/** As a record has languages that somebody typed. */
const named: Record<string, MailLocale> = {
  english: "en",
  spanish: "es",
  español: "es",
  espanol: "es",
  castellano: "es",
  arabic: "ar",
  العربية: "ar",
  عربي: "ar",
};

/** The language that is offered for a BCP 47 tag or a language's name; English for every other. */
export function mailLocaleOf(language: string | undefined): MailLocale {
  const said = (language ?? "").trim().toLowerCase();
  const base = said.split(/[-_]/)[0];
  return named[said] ?? locales.find((locale) => locale === base) ?? "en";
}

/** The tag under which a mail is kept and written: in England mails have words of their own, and English its own days. */
export const mailTagOf = (language: string, jurisdiction: Doc<"organizations">["jurisdiction"]): string => {
  const locale = mailLocaleOf(language);
  return jurisdiction === "england" ? `${locale}${OF_ENGLAND}` : locale;
};
const OF_ENGLAND = "-GB";
const isOfEngland = (tag: string | undefined): tag is string =>
  locales.some((locale) => tag === `${locale}${OF_ENGLAND}`);

/** The tag of a mail that is written without knowing for whom in which country. */
export const keptTag = (tag: string): string => (isOfEngland(tag) ? tag : mailLocaleOf(tag));

type Mail = Pick<Doc<"outbox">, "template" | "params" | "locale" | "url">;

/** Writes a mail of the outbox. */
export function writeMail({ template, params, locale: tag, url }: Mail): WrittenMail {
  const locale = mailLocaleOf(tag);
  const said = (isOfEngland(tag) && england[locale][template]) || words[locale][template];
  const filled = (text: string) => fill(text, params, dayTag(tag));
  const [subject, body] = [filled(said.subject), filled(said.body)];
  const direction = locale === "ar" ? "rtl" : "ltr";
  return { locale, direction, subject, body, html: pageOf({ locale, direction, subject, body, url }) };
}

/** What stands above a letter: the day on which it is written, and about whom. A letter in an envelope may name a child. */
export const letterHead = (tag: string, { today, about }: { today: string; about: string }) => ({
  day: dayIn(dayTag(tag), today),
  about: `${words[mailLocaleOf(tag)].about}: ${about}`,
});

/** Days are written the same in both countries, but for English. */
const dayTag = (tag: string | undefined): string => (tag === "en-GB" ? tag : mailLocaleOf(tag));

function fill(text: string, params: Record<string, string>, locale: string): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name] ?? "";
    return name === "day" ? dayIn(locale, value) : value;
  });
}

const isCivilDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

function dayIn(locale: string, day: string): string {
  if (!isCivilDay(day)) return day;
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${day}T12:00:00Z`),
  );
}

const MARKS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string) => text.replace(/[&<>"']/g, (mark) => MARKS[mark] ?? mark);

/** Nothing but paragraphs and a link: no picture, no script, nothing that is fetched when it is opened. */
function pageOf({
  locale,
  direction,
  subject,
  body,
  url,
}: Pick<WrittenMail, "locale" | "direction" | "subject" | "body"> & { url: string | undefined }): string {
  const paragraphs = body.split("\n\n").map((paragraph) => `<p>${escaped(paragraph)}</p>`);
  const address = url === undefined ? "" : escaped(url);
  // An address is read from left to right in every language.
  const link =
    url === undefined
      ? []
      : [`<p><a href="${address}">${escaped(words[locale].open)}</a></p>`, `<p dir="ltr">${address}</p>`];
  return [
    `<!doctype html><html lang="${locale}" dir="${direction}"><head><meta charset="utf-8">`,
    `<title>${escaped(subject)}</title></head><body>`,
    ...paragraphs,
    ...link,
    "</body></html>",
  ].join("\n");
}
