import type { ConsentKind } from "../consent/rules/kinds";
import type { DocumentKind } from "../documents/rules/fileTypes";
import type { GuardianRight } from "../guardians/rules";
import type { PersonKey } from "./people";

/** What a family was asked and has decided, the papers it brought, and what a court ordered. Everything is invented. */
export type SampleFamily = {
  asks?: readonly { kind: ConsentKind; scope: string; recipient?: string }[];
  /** Signed on paper and kept at the school. */
  signed?: readonly {
    kind: ConsentKind;
    scope: string;
    recipient?: string;
    personName: string;
    paperKeptAt: string;
    daysAgo: number;
  }[];
  gives?: readonly { by: PersonKey; kind: ConsentKind; scope: string }[];
  papers?: readonly {
    by: PersonKey;
    title: string;
    kind: DocumentKind;
    daysAgo: number;
    fileName: string;
    words: string;
    sharedWithFamily?: boolean;
    isConfidential?: boolean;
  }[];
  orders?: readonly { personName: string; forbids: readonly GuardianRight[]; order: string }[];
};

/** By the number of the child. */
export const sampleFamilies: Record<string, SampleFamily> = {
  "WC-2031": {
    gives: [
      {
        by: "yolanda",
        kind: "electronicDelivery",
        scope: "Notices and copies of the plan by e-mail",
      },
      { by: "greg", kind: "media", scope: "Sound of Ava reading aloud, for her reading goal" },
    ],
    signed: [
      {
        kind: "dataSharing",
        scope: "The evaluation and the plan, for one hearing test",
        recipient: "Dr. Ines Calloway, Willow Creek Pediatrics",
        personName: "Yolanda Marchetti",
        paperKeptAt: "Student folder, front office",
        daysAgo: 66,
      },
    ],
    asks: [
      {
        kind: "dataSharing",
        scope: "The speech and language part of the plan, so that the clinic practices the same sounds",
        recipient: "Cottonwood Pediatric Speech Clinic",
      },
      {
        kind: "reevaluation",
        scope: "Reading, spelling and spoken language, in the next eight weeks, by the school psychologist",
      },
    ],
    papers: [
      {
        by: "lindqvist",
        title: "Hearing screening, spring",
        kind: "medicalReport",
        daysAgo: 96,
        fileName: "hearing-screening.txt",
        words: "Both ears passed the screening at 20 dB. Invented for the sample district.",
        sharedWithFamily: true,
      },
      {
        by: "hawthorne",
        title: "Notes from the call with the father",
        kind: "meetingNotes",
        daysAgo: 33,
        fileName: "call-notes.txt",
        words: "Homework is calmer since the timer is used. Invented for the sample district.",
        isConfidential: true,
      },
    ],
  },
  "WC-2017": {
    orders: [
      {
        personName: "Ray Tsosie",
        forbids: ["see", "contact"],
        order: "No contact with the child and no access to school records. Invented for the sample district.",
      },
    ],
  },
};
