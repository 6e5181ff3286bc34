import { i18n } from "@lingui/core";
import type { LegalGround, RecordType, RequestKind, RequestOutcome } from "#convex/disclosures/rules.ts";

/** The words for what goes outside and what families ask, for the team and for families alike. */

type Words<Code extends string> = Record<Code, () => string>;

const grounds: Words<LegalGround> = {
  consent: () => i18n.t({ id: "ground.consent", message: "The family agreed to it" }),
  parentRequest: () => i18n.t({ id: "ground.parentRequest", message: "The family asked for it" }),
  transfer: () => i18n.t({ id: "ground.transfer", message: "The child moves to another school" }),
  audit: () => i18n.t({ id: "ground.audit", message: "An authority checks how the school works" }),
  studies: () => i18n.t({ id: "ground.studies", message: "A study on behalf of the school" }),
  accreditation: () => i18n.t({ id: "ground.accreditation", message: "Accreditation of the school" }),
  courtOrder: () => i18n.t({ id: "ground.courtOrder", message: "A court ordered it" }),
  emergency: () => i18n.t({ id: "ground.emergency", message: "Health or safety was in danger" }),
  childWelfare: () => i18n.t({ id: "ground.childWelfare", message: "Child welfare is responsible" }),
  juvenileJustice: () => i18n.t({ id: "ground.juvenileJustice", message: "Juvenile justice" }),
  legalDuty: () => i18n.t({ id: "ground.legalDuty", message: "Another law requires it" }),
  publicTask: () => i18n.t({ id: "ground.publicTask", message: "A public task" }),
};

const types: Words<RecordType> = {
  identity: () => i18n.t({ id: "recordType.identity", message: "Name, birth date, numbers" }),
  enrolment: () => i18n.t({ id: "recordType.enrolment", message: "Schools and grades" }),
  plan: () => i18n.t({ id: "recordType.plan", message: "The plan" }),
  evaluation: () => i18n.t({ id: "recordType.evaluation", message: "Evaluations" }),
  progress: () => i18n.t({ id: "recordType.progress", message: "Goals and measurements" }),
  status: () => i18n.t({ id: "recordType.status", message: "Special-education status and needs" }),
  health: () => i18n.t({ id: "recordType.health", message: "Health" }),
  behaviour: () => i18n.t({ id: "recordType.behaviour", message: "Behavior" }),
  documents: () => i18n.t({ id: "recordType.documents", message: "Documents" }),
  wholeRecord: () => i18n.t({ id: "recordType.wholeRecord", message: "The whole record" }),
};

const kinds: Words<RequestKind> = {
  inspect: () => i18n.t({ id: "requestKind.inspect", message: "See the record" }),
  copy: () => i18n.t({ id: "requestKind.copy", message: "Get a copy" }),
  explain: () => i18n.t({ id: "requestKind.explain", message: "Have something explained" }),
  amend: () => i18n.t({ id: "requestKind.amend", message: "Have something corrected" }),
};

const outcomes: Words<RequestOutcome> = {
  given: () => i18n.t({ id: "requestOutcome.given", message: "Given" }),
  partlyGiven: () => i18n.t({ id: "requestOutcome.partlyGiven", message: "Given in part" }),
  refused: () => i18n.t({ id: "requestOutcome.refused", message: "Not given" }),
  amended: () => i18n.t({ id: "requestOutcome.amended", message: "Corrected" }),
  notAmended: () => i18n.t({ id: "requestOutcome.notAmended", message: "Not corrected" }),
  withdrawn: () => i18n.t({ id: "requestOutcome.withdrawn", message: "Taken back" }),
};

export const groundName = (ground: LegalGround): string => grounds[ground]();
export const recordTypeName = (type: RecordType): string => types[type]();
export const requestKindName = (kind: RequestKind): string => kinds[kind]();
export const requestOutcomeName = (outcome: RequestOutcome): string => outcomes[outcome]();
export const requestKinds = Object.keys(kinds) as RequestKind[];
