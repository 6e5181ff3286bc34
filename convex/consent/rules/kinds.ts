import type { Doc } from "../../_generated/dataModel";

export type ConsentKind = Doc<"consents">["kind"];
type Jurisdiction = Doc<"organizations">["jurisdiction"];

export type KindRule = {
  kind: ConsentKind;
  /** Given on a screen or on paper with a signature; spoken words are not enough. */
  isWritten: boolean;
  /** May the school go on without an answer, once its efforts are on record? */
  mayGoAhead: boolean;
  /** Names who may be told. */
  namesRecipient: boolean;
  /** Families may give it without being asked. */
  isGivenUnasked: boolean;
  source: string;
};

const plain = { isWritten: true, mayGoAhead: false, namesRecipient: false, isGivenUnasked: false };

/** Consents that are the same wherever a child lives. */
const everywhere: readonly KindRule[] = [
  {
    ...plain,
    kind: "media",
    isWritten: false,
    isGivenUnasked: true,
    source: "School policy; UK GDPR art. 6; FERPA 34 CFR 99.3",
  },
  { ...plain, kind: "under13Use", isGivenUnasked: true, source: "16 CFR 312.5; UK GDPR art. 8" },
];

/**
 * The consents that a jurisdiction knows, each separate from the others: the first is never the second (34 CFR
 * 300.300(a)(1)(ii)). What is not listed is not asked for there.
 */
const known: Record<Jurisdiction, readonly KindRule[]> = {
  "us-federal": [
    { ...plain, kind: "initialEvaluation", source: "34 CFR 300.300(a)" },
    { ...plain, kind: "initialServices", source: "34 CFR 300.300(b)" },
    { ...plain, kind: "reevaluation", mayGoAhead: true, source: "34 CFR 300.300(c)" },
    { ...plain, kind: "dataSharing", namesRecipient: true, source: "34 CFR 99.30, 300.622" },
    {
      ...plain,
      kind: "electronicDelivery",
      isWritten: false,
      isGivenUnasked: true,
      source: "34 CFR 300.505",
    },
    ...everywhere,
  ],
  england: [
    {
      ...plain,
      kind: "views",
      isWritten: false,
      isGivenUnasked: true,
      source: "Children and Families Act 2014, s.19",
    },
    { ...plain, kind: "assessmentAgreement", source: "SEND Regulations 2014, reg 6" },
    {
      ...plain,
      kind: "dataSharing",
      namesRecipient: true,
      source: "UK GDPR art. 9; SEND Regulations 2014, reg 17",
    },
    ...everywhere,
  ],
};

export function consentKindsOf(jurisdiction: Jurisdiction): readonly KindRule[] {
  return known[jurisdiction];
}

/** What a jurisdiction says about a consent, or null when it does not ask for it. */
export function findKind(jurisdiction: Jurisdiction, kind: ConsentKind): KindRule | null {
  return known[jurisdiction].find((rule) => rule.kind === kind) ?? null;
}
