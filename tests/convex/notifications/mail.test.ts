import { describe, expect, test } from "vitest";
import { arabic } from "#convex/notifications/rules/arabicWords.ts";
import { english } from "#convex/notifications/rules/englishWords.ts";
import {
  type MailWords,
  mailLocaleOf,
  mailTagOf,
  type Template,
  writeMail,
} from "#convex/notifications/rules/mail.ts";
import { spanish } from "#convex/notifications/rules/spanishWords.ts";

const { open: _, about: _about, ...written } = english;
const templates = Object.keys(written) as Template[];
const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();

describe("the words of mails", () => {
  test.each<[string, MailWords]>([
    ["Spanish", spanish],
    ["Arabic", arabic],
  ])("in %s say of whom and when what the English ones say", (_language, words) => {
    for (const template of templates) {
      expect(holes(words[template].subject), template).toEqual(holes(english[template].subject));
      expect(holes(words[template].body), template).toEqual(holes(english[template].body));
      expect(words[template].subject, template).not.toBe(english[template].subject);
    }
  });

  test("know nothing of a child", () => {
    const known = new Set(["{name}", "{organizationName}", "{invitedByName}", "{day}"]);
    for (const template of templates) {
      const { subject, body } = english[template];
      expect(holes(subject + body).filter((hole) => !known.has(hole))).toEqual([]);
    }
  });
});

describe("a mail", () => {
  const notice = {
    template: "rightsExplained",
    params: { name: "Mona <Haddad>", organizationName: "Test & District", day: "2026-03-15" },
    url: "https://plans.example/?a=1&b=2",
  } as const;

  test("is written in the language of whoever reads it, day and all", () => {
    expect(writeMail({ ...notice, locale: "en" }).body).toContain("On March 15, 2026 the rights");
    expect(writeMail({ ...notice, locale: "es" }).body).toContain("El 15 de marzo de 2026 los derechos");
    expect(writeMail({ ...notice, locale: "ar" })).toMatchObject({
      direction: "rtl",
      subject: expect.stringContaining("إشعار من Test & District"),
    });
  });

  test("is England’s English for a family there, whose rights are others", () => {
    const locale = mailTagOf("en", "england");
    const { body, ...mail } = writeMail({ ...notice, locale });
    expect(body).toContain("From 15 March 2026, when compulsory school age is over");
    expect(mail).toMatchObject({ locale: "en", direction: "ltr" });
    expect(mailTagOf("en-GB", "us-federal")).toBe("en");
  });

  test("tells a family in England of its rights there in each language", () => {
    const bodyIn = (locale: string) => writeMail({ ...notice, locale }).body;
    for (const [language, said] of [
      ["en", "tribunal"],
      ["es", "recurso ante el tribunal"],
      ["ar", "سن التعليم الإلزامي"],
    ] as const) {
      expect(bodyIn(mailTagOf(language, "england"))).toContain(said);
      expect(bodyIn(mailTagOf(language, "us-federal"))).not.toContain(said);
    }
    expect(bodyIn(mailTagOf("es", "england"))).toContain("15 de marzo de 2026");
  });

  test("is English for who knows no language that is offered, and for mails of before", () => {
    for (const locale of ["fr", "Hmong", "", undefined]) expect(mailLocaleOf(locale)).toBe("en");
    for (const locale of ["es-MX", "ES", "Spanish", " Español "]) expect(mailLocaleOf(locale)).toBe("es");
    expect(mailLocaleOf("Arabic")).toBe("ar");
  });

  test("is a page too, which runs its own way, fetches nothing and takes names for text", () => {
    const { html } = writeMail({ ...notice, locale: "ar" });
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain("Mona &lt;Haddad&gt;");
    expect(html).toContain('href="https://plans.example/?a=1&amp;b=2"');
    expect(html).not.toMatch(/<(img|script|link|style|iframe)/);
  });
});
