import { vi } from "vitest";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import type { Child } from "./child.ts";

type Details = { title?: string; isConfidential?: boolean; sharedWithFamily?: boolean };

/** A checked document of the child, sent by the case manager. */
export async function aPaper(child: Child, details: Details = {}): Promise<Id<"documents">> {
  const { studentId, caseManager, world } = child;
  const contents = "Invented for a test.";
  const file = { studentId, fileName: "paper.txt" };
  const { url } = await caseManager.mutation(api.documents.uploads.begin, { ...file, size: contents.length });
  const upload = await world.backend.upload(url, contents);
  const about = { title: "A paper", kind: "letter" as const, ...details };
  const documentId = await caseManager.mutation(api.documents.documents.add, { ...file, upload, ...about });
  await vi.waitFor(
    async () => {
      const papers = await caseManager.query(api.documents.evidence.list, {
        studentId,
        documentIds: [documentId],
      });
      if (!papers[0]?.shown?.mayOpen) throw new Error("Still being checked.");
    },
    { timeout: 20_000, interval: 20 },
  );
  return documentId;
}
