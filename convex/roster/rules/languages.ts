/**
 * Languages as other systems write them: a tag ("es-MX"), a code of three letters ("spa", ISO 639-2, which CEDS uses),
 * or the name in English or in the language itself. Names are those of the languages most spoken by families at
 * schools that follow the packs of compliance/rules; a tag says any other.
 */
const NAMES: Record<string, readonly string[]> = {
  am: ["amharic", "amh"],
  ar: ["arabic", "ara", "العربية"],
  bn: ["bengali", "bangla", "ben"],
  bs: ["bosnian", "bos"],
  de: ["german", "deu", "ger", "deutsch"],
  en: ["english", "eng"],
  es: ["spanish", "spa", "español", "espanol", "castilian", "castellano"],
  fa: ["persian", "farsi", "fas", "per"],
  fil: ["filipino", "tagalog", "tgl"],
  fr: ["french", "fra", "fre", "français", "francais"],
  gu: ["gujarati", "guj"],
  he: ["hebrew", "heb"],
  hi: ["hindi", "hin"],
  hmn: ["hmong"],
  hr: ["croatian", "hrv"],
  ht: ["haitian", "haitian creole", "hat"],
  it: ["italian", "ita"],
  ja: ["japanese", "jpn"],
  km: ["khmer", "cambodian", "khm"],
  ko: ["korean", "kor"],
  ku: ["kurdish", "kur"],
  lo: ["lao", "laotian"],
  lt: ["lithuanian", "lit"],
  my: ["burmese", "mya", "bur"],
  ne: ["nepali", "nep"],
  nv: ["navajo", "nav"],
  pa: ["punjabi", "panjabi", "pan"],
  pl: ["polish", "pol", "polski"],
  prs: ["dari"],
  ps: ["pashto", "pus"],
  pt: ["portuguese", "por", "português", "portugues"],
  ro: ["romanian", "ron", "rum"],
  ru: ["russian", "rus"],
  so: ["somali", "som"],
  sq: ["albanian", "sqi", "alb"],
  sw: ["swahili", "swa"],
  ta: ["tamil", "tam"],
  te: ["telugu", "tel"],
  ti: ["tigrinya", "tir"],
  tr: ["turkish", "tur"],
  uk: ["ukrainian", "ukr"],
  ur: ["urdu", "urd"],
  vi: ["vietnamese", "vie"],
  zh: ["chinese", "mandarin", "cantonese", "zho", "chi", "中文"],
};
const TAGS = new Map(Object.entries(NAMES).flatMap(([tag, names]) => names.map((name) => [name, tag])));

/** The BCP 47 tag of a language, or null for words that name none here. */
export function readLanguage(text: string): string | null {
  const word = text.trim().toLowerCase().replaceAll("_", "-");
  const named = TAGS.get(word);
  if (named !== undefined) return named;
  const [, language = "", region] = /^([a-z]{2,3})(?:-([a-z]{2}))?$/.exec(word) ?? [];
  if (language === "") return null;
  const tag = TAGS.get(language) ?? language;
  return region === undefined ? tag : `${tag}-${region.toUpperCase()}`;
}
