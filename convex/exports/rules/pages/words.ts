/** The words of the pages in a copy, in the languages of the family's screens. */

const english = {
  title: (name: string) => `${name}: copy of the record`,
  made: (day: string, school: string) => `Made on ${day} at ${school}.`,
  share:
    "This copy holds what the school shares with the family. You may ask the school for a complete copy.",
  complete: "This is the complete copy of what the school keeps.",
  contents: "What is in this copy",
  open: "Everything here opens without the internet. Pages open in a browser, tables in a spreadsheet.",
  about: "About",
  name: "Name",
  number: "Student number",
  school: "School",
  grade: "Grade",
  /** The usual names of grades: numbered ones with their number. */
  grades: { PK: "Pre-kindergarten", K: "Kindergarten", R: "Reception", N: "Nursery", Y: "Year", "": "Grade" },
  status: "Special educational status",
  needs: "Needs",
  plans: "Plans",
  goals: "Goals",
  measurements: "Measurements",
  allMeasurements: "All measurements as a table",
  services: "Services",
  accommodations: "Help in class and in tests",
  documents: "Documents",
  consents: "What the family agreed to",
  guardians: "Guardians",
  disclosures: "Who outside the school was given something",
  opened: "Who has opened the record",
  data: "The same as data",
  dataLead: "For another program: every entry with all its fields.",
  from: "From",
  to: "To",
  on: "On",
  goesOn: "goes on",
  what: "What",
  who: "Who",
  why: "Why",
  baseline: "At the start",
  target: "To reach",
  latest: "Newest",
  back: "Back to the beginning",
  nothing: "Nothing is recorded.",
  whole: "Is it whole?",
  wholeLead:
    "The file manifest.json lists every file with a fingerprint (SHA-256). A file that was changed has another one.",
};
export type Words = typeof english;

const spanish: Words = {
  title: (name) => `${name}: copia del expediente`,
  made: (day, school) => `Hecha el ${day} en ${school}.`,
  share:
    "Esta copia contiene lo que la escuela comparte con la familia. Puede pedir a la escuela una copia completa.",
  complete: "Esta es la copia completa de lo que guarda la escuela.",
  contents: "Qué hay en esta copia",
  open: "Todo se abre sin internet. Las páginas se abren en un navegador; las tablas, en una hoja de cálculo.",
  about: "Datos",
  name: "Nombre",
  number: "Número de estudiante",
  school: "Escuela",
  grade: "Grado",
  grades: { PK: "Prekínder", K: "Kínder", R: "Año de recepción", N: "Guardería", Y: "Año", "": "Grado" },
  status: "Situación de educación especial",
  needs: "Necesidades",
  plans: "Planes",
  goals: "Metas",
  measurements: "Mediciones",
  allMeasurements: "Todas las mediciones en una tabla",
  services: "Servicios",
  accommodations: "Ayudas en clase y en los exámenes",
  documents: "Documentos",
  consents: "Lo que la familia autorizó",
  guardians: "Tutores",
  disclosures: "A quién fuera de la escuela se le entregó algo",
  opened: "Quién ha abierto el expediente",
  data: "Lo mismo como datos",
  dataLead: "Para otro programa: cada anotación con todos sus campos.",
  from: "Desde",
  to: "Hasta",
  on: "Fecha",
  goesOn: "continúa",
  what: "Qué",
  who: "Quién",
  why: "Por qué",
  baseline: "Al principio",
  target: "Por alcanzar",
  latest: "Lo más reciente",
  back: "Volver al principio",
  nothing: "No hay nada anotado.",
  whole: "¿Está completa?",
  wholeLead:
    "El archivo manifest.json enumera cada archivo con una huella (SHA-256). Un archivo cambiado tiene otra.",
};

const arabic: Words = {
  title: (name) => `${name}: نسخة من السجل`,
  made: (day, school) => `أُعدّت في ${day} في ${school}.`,
  share: "تحتوي هذه النسخة على ما تشاركه المدرسة مع الأسرة. يمكنكم طلب نسخة كاملة من المدرسة.",
  complete: "هذه هي النسخة الكاملة مما تحتفظ به المدرسة.",
  contents: "ما في هذه النسخة",
  open: "يُفتح كل شيء هنا دون إنترنت. تُفتح الصفحات في المتصفح والجداول في برنامج جداول.",
  about: "بيانات",
  name: "الاسم",
  number: "رقم الطالب",
  school: "المدرسة",
  grade: "الصف",
  grades: { PK: "ما قبل الروضة", K: "الروضة", R: "سنة الاستقبال", N: "الحضانة", Y: "السنة", "": "الصف" },
  status: "وضع التعليم الخاص",
  needs: "الاحتياجات",
  plans: "الخطط",
  goals: "الأهداف",
  measurements: "القياسات",
  allMeasurements: "كل القياسات في جدول",
  services: "الخدمات",
  accommodations: "المساعدة في الصف وفي الاختبارات",
  documents: "المستندات",
  consents: "ما وافقت عليه الأسرة",
  guardians: "أولياء الأمر",
  disclosures: "من أُعطي شيئًا من خارج المدرسة",
  opened: "من فتح السجل",
  data: "المحتوى نفسه كبيانات",
  dataLead: "لبرنامج آخر: كل قيد بجميع حقوله.",
  from: "من",
  to: "إلى",
  on: "في",
  goesOn: "مستمر",
  what: "ماذا",
  who: "من",
  why: "لماذا",
  baseline: "في البداية",
  target: "المطلوب بلوغه",
  latest: "الأحدث",
  back: "العودة إلى البداية",
  nothing: "لا شيء مسجّل.",
  whole: "هل هي كاملة؟",
  wholeLead: "يسرد الملف manifest.json كل ملف مع بصمة (SHA-256). للملف الذي تغيّر بصمة أخرى.",
};

const england: Words = { ...english, grade: "Year group" };

const languages: Record<string, Words> = { en: english, es: spanish, ar: arabic };

/** The words of a language, English where there are none. */
export function wordsIn(locale: string): { words: Words; locale: string; dir: "ltr" | "rtl" } {
  if (locale === "en-GB") return { words: england, locale, dir: "ltr" };
  const language = locale.split("-")[0] ?? "en";
  const words = languages[language];
  return words ? { words, locale: language, dir: language === "ar" ? "rtl" : "ltr" } : wordsIn("en");
}

/** What a grade is called: by the organization itself, or as is usual in the language. */
export function gradeNamed(
  { code, ownName }: { code: string; ownName: string | null },
  words: Words,
): string {
  if (ownName !== null) return ownName;
  const names: Record<string, string> = words.grades;
  const [, kind = "", number] = /^([NY]?)(\d{1,2})$/.exec(code) ?? [];
  return number === undefined ? (names[code] ?? code) : `${names[kind]} ${number}`;
}

/** "specificLearningDisability" as "Specific learning disability"; codes in capitals stay. */
export function spelled(code: unknown): string {
  const text = String(code ?? "");
  if (text === text.toUpperCase()) return text;
  const spaced = text.replace(
    /([a-z])([A-Z])/g,
    (_, before: string, after: string) => `${before} ${after.toLowerCase()}`,
  );
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
