import { describe, expect, test } from "vitest";
import { catalogue, sentencesOf, sourcesIn } from "./sources.ts";

const everything = sourcesIn("src").flatMap((source) =>
  sentencesOf(source).map((sentence) => ({ ...sentence, path: source.path })),
);

/** What a family meets, and what anybody meets before they are in. */
const spokenToFamilies = [
  /^src\/features\/consent\/(FamilyConsents|WaitingForFamily|GiveConsent|RefuseConsent|WithdrawConsent|ConsentHistory|Scope|meaning|standing)/,
  /^src\/features\/(documents\/(AddDocument|FileField|DocumentList|DocumentItem|documentWords)|guardians\/(OwnAgreement|RightsNotice|RightsWords)|documents\/EvidenceList)/,
  /^src\/lib\/(consentWords|statusWords|submitting|useSubmit|KeptNotice)/,
  /^src\/ui\/(SelectField|unrealDays)/,
  /^src\/features\/history\/(eventSentence|groupWords|partWords|Timeline\.|EventLine)/,
  /^src\/features\/(auth|guardian)\//,
  /^src\/features\/exports\/(RecordCopies|CopyList)/,
  /^src\/features\/retention\/(AskDestruction|retentionWords)/,
  /^src\/features\/access\/(accessWords|Openings|EmergencyList)/,
  /^src\/features\/disclosures\/(disclosureWords|DisclosureLog|RequestList|MakeRequest)/,
  /^src\/features\/notifications\/(Bell|AlertList|alertWords)/,
  /^src\/app\/tabs\/childTabs/,
  /^src\/features\/organizations\/(AcceptInvitation|InvitationClosed|RestoreOrganization)/,
  /^src\/features\/people\/Preferences/,
  /^src\/pages\/(SignIn|SignUp|ForgottenPassword|ResetPassword|Invitation|FamilyHome|Child|ChildPlan|ChildDownload|Preferences|Account)/,
  /^src\/app\/(FamilyFrame|LockGate|SecondFactorGate|RecordGate|AccountMenu|OfflineBanner|NotFound|Problem|WaitingScreen|NoOrganization|ArchivedNotice|PasswordGate|SkipLink)/,
];

/** The names of the values in a sentence, such as {name} or {count, plural, …}. */
function valuesIn(message: string): string[] {
  // The text of a plural form stands in braces too: "one {Once}".
  const named = message.matchAll(/(?<!\b(?:zero|one|two|few|many|other) )\{(\w+)[,}]/g);
  return [...new Set([...named].map(([, name = ""]) => name))].sort();
}

describe("the sentences of the client", () => {
  test("are found in the sources at all", () => {
    expect(everything.length).toBeGreaterThan(400);
  });

  test("are collected in the English catalogue as they are written (npx lingui extract --overwrite)", () => {
    const english = catalogue("en");
    const stale = everything.filter(({ id, message }) => english.get(id) !== message);
    expect(stale).toEqual([]);
  });

  test("mean one thing per id", () => {
    const meanings = new Map<string, string>();
    const torn = everything.filter(({ id, message }) => {
      const known = meanings.get(id) ?? message;
      meanings.set(id, known);
      return known !== message;
    });
    expect(torn).toEqual([]);
  });
});

describe.each(["es", "ar"])("in %s", (locale) => {
  const translated = catalogue(locale);

  test("every sentence of sign-in and of the family's screens is translated", () => {
    const forFamilies = everything.filter(({ path }) => spokenToFamilies.some((part) => part.test(path)));
    expect(forFamilies.length).toBeGreaterThan(100);
    const missing = forFamilies.filter(({ id }) => (translated.get(id) ?? "") === "");
    expect(missing.map(({ id, path }) => `${id} (${path})`)).toEqual([]);
  });

  test("a translation uses the same values as the English sentence", () => {
    const torn = everything.filter(({ id, message }) => {
      const translation = translated.get(id) ?? "";
      return translation !== "" && valuesIn(translation).join() !== valuesIn(message).join();
    });
    expect(torn.map(({ id }) => id)).toEqual([]);
  });
});
