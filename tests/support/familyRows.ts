import type { Ids } from "./arguments.ts";
import type { Child } from "./child.ts";
import type { openConvexTest } from "./convexTestBackend.ts";

/** A row of every table about what a family may see, was asked and decided, and of the papers that prove it. */
export async function familyRowsOf(t: ReturnType<typeof openConvexTest>, child: Child): Promise<Ids> {
  const compartment = { organizationId: child.world.organizationId, studentId: child.studentId };
  const by = child.caseManager.personId;
  const recorded = { recordedAt: 1, recordedBy: by, evidenceDocumentIds: [] };
  return await t.run(async (ctx) => {
    const asked = { ...compartment, kind: "media" as const, scope: "Photos of the reading week" };
    const consents = await ctx.db.insert("consents", {
      ...asked,
      ...recorded,
      decision: "given",
      decidedOn: "2026-01-05",
      personName: "Gale Guardian",
      form: "onPaper",
    });
    return {
      consents,
      consentRequests: await ctx.db.insert("consentRequests", {
        ...asked,
        askedOn: "2026-01-05",
        askedBy: by,
        attempts: [],
        status: "open",
      }),
      consentFollowUps: await ctx.db.insert("consentFollowUps", {
        ...compartment,
        consentId: consents,
        step: "priorWrittenNotice",
        openedOn: "2026-01-05",
        evidenceDocumentIds: [],
      }),
      courtRestrictions: await ctx.db.insert("courtRestrictions", {
        ...compartment,
        ...recorded,
        personName: "Max Mentioned",
        forbids: ["contact"],
        startsOn: "2026-01-05",
        sealedOrder: "",
      }),
      documents: await ctx.db.insert("documents", {
        ...compartment,
        title: "Reading report",
        kind: "evaluationReport",
        documentOn: "2026-01-05",
        fileName: "report.pdf",
        state: "ready",
        contentType: "application/pdf",
        size: 12,
        sha256: "",
        uploadedBy: by,
        uploadedAt: 1,
        isConfidential: false,
        sharedWithFamily: true,
        searchText: "Reading report report.pdf",
      }),
    };
  });
}
