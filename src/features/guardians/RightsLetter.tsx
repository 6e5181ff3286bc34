import { letterHead, type MailLocale, mailTagOf, writeMail } from "#convex/notifications/rules/mail.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import type { NoticeKind } from "./guardianWords.ts";

/** One letter: to whom, of which day, about whom, and the words of the notice, in the language of whoever reads it. */
export function RightsLetter({
  kind,
  to,
  locale,
  from,
  about,
  on,
  today,
}: {
  kind: NoticeKind;
  to: string;
  locale: MailLocale;
  /** The organization that writes. */
  from: string;
  /** The student's name: a letter in an envelope may say it. */
  about: string;
  /** The day of full age. */
  on: string;
  today: string;
}) {
  const params = { name: to, organizationName: from, day: on };
  const tag = mailTagOf(locale, useMyOrganization().jurisdiction);
  const head = letterHead(tag, { today, about });
  const mail = writeMail({ template: kind, params, locale: tag, url: undefined });
  return (
    <article
      lang={mail.locale}
      dir={mail.direction}
      className="reading mb-6 rounded border border-hairline bg-raised p-6 sm:p-10 print:mb-0 print:break-after-page print:border-0 print:p-0"
    >
      <p className="font-semibold">{from}</p>
      <p className="text-ink-2">{head.day}</p>
      <div className="mt-8">{to}</div>
      <h2 className="mt-8 text-18">{mail.subject}</h2>
      <p className="mt-1 text-ink-2">{head.about}</p>
      {mail.body.split("\n\n").map((paragraph) => (
        <p key={paragraph} className="mt-4">
          {paragraph}
        </p>
      ))}
      <div className="mt-20 w-fit min-w-64 border-t border-edge pt-1">{from}</div>
    </article>
  );
}
