import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type Source = { path: string; text: string };

/** The client's own files below a folder of src/, with forward slashes. */
export function sourcesIn(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ts|tsx)$/.test(name))
    .map((name) => {
      const path = join(folder, name).replaceAll("\\", "/");
      return { path, text: readFileSync(path, "utf8") };
    });
}

const sentence = String.raw`"((?:[^"\\]|\\.)*)"`;
const asProps = new RegExp(String.raw`<Trans\s+id=${sentence}\s+message=${sentence}`, "g");
const asCall = new RegExp(String.raw`i18n\.t\(\{\s*id:\s*${sentence},\s*message:\s*${sentence}`, "g");

/** Every sentence that a source shows, by id. */
export function sentencesOf({ text }: Source): { id: string; message: string }[] {
  return [...text.matchAll(asProps), ...text.matchAll(asCall)].map(([, id = "", message = ""]) => ({
    id,
    message: message.replaceAll('\\"', '"'),
  }));
}

/** A catalogue as id to sentence; an untranslated one is "". */
export function catalogue(locale: string): Map<string, string> {
  const text = readFileSync(`src/app/locales/${locale}.po`, "utf8");
  const joined = (lines: string) =>
    [...lines.matchAll(/"((?:[^"\\]|\\.)*)"/g)]
      .map(([, part = ""]) => part)
      .join("")
      .replaceAll('\\"', '"');
  const entries = text.matchAll(/^msgid ((?:"[^\n]*"\n?)+)msgstr ((?:"[^\n]*"\n?)+)/gm);
  return new Map([...entries].map(([, id = "", message = ""]) => [joined(id), joined(message)]));
}
