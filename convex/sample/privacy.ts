import type { LegalGround, RecordType, RequestKind, RequestOutcome } from "../disclosures/rules";

/** What has gone outside of Ava's record, what her family has asked, and who has opened it in an emergency. All invented. */

type SampleDisclosure = {
  recipient: string;
  purpose: string;
  ground: LegalGround;
  authority: string;
  recordTypes: RecordType[];
  daysAgo: number;
  onwardTo?: { name: string; interest: string }[];
};

export const disclosures: SampleDisclosure[] = [
  {
    recipient: "Dr. Ines Calloway, Willow Creek Pediatrics",
    purpose: "To prepare the hearing test that the team asked for.",
    ground: "consent",
    authority: "Consent signed by Yolanda Marchetti; for this visit only.",
    recordTypes: ["evaluation", "plan"],
    daysAgo: 64,
  },
  {
    recipient: "State Department of Education, special education monitoring",
    purpose: "Yearly check of a sample of plans.",
    ground: "audit",
    authority: "Monitoring letter of the state, file 26-118.",
    recordTypes: ["plan", "progress"],
    daysAgo: 21,
    onwardTo: [{ name: "Fairwater Research", interest: "counts the findings for the state" }],
  },
];

type SampleRequest = {
  kind: RequestKind;
  askedByName: string;
  words: string;
  askedDaysAgo: number;
  answered?: { outcome: RequestOutcome; answer: string; daysAgo: number };
};

export const requests: SampleRequest[] = [
  {
    kind: "copy",
    askedByName: "Greg Marchetti",
    words: "A copy of last year’s reading measurements, please.",
    askedDaysAgo: 40,
    answered: {
      outcome: "given",
      answer: "Printed and sent home with Ava in a closed envelope.",
      daysAgo: 33,
    },
  },
  {
    kind: "amend",
    askedByName: "Yolanda Marchetti",
    words: "The present levels say that Ava has never had glasses. She has worn them since May.",
    askedDaysAgo: 6,
  },
];

export const emergency = {
  by: "castellano",
  reason:
    "Ava fell on the playground during the joint sports day and was confused. I needed to know about allergies and whom to call.",
  review: "Mr. Castellano was the only teacher there. It was right to look.",
} as const;
