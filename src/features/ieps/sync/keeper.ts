import type { EditorState } from "@tiptap/pm/state";
import { draftOf } from "./draftPlugin.ts";
import { recordOf } from "./draftRecord.ts";
import type { DraftClaim } from "./draftStore.ts";

/**
 * Writes the unsent steps to the device, one write at a time, always the newest state. Steps are kept before
 * they are sent: a page that dies after sending must know, when it is back, which serials it has used.
 */
export class Keeper {
  /** False when the device refused to keep the steps (no storage, or it is full). */
  isKept = true;
  private writing: Promise<number> | null = null;
  private waiting: Promise<number> | null = null;
  private isRecorded: boolean;

  constructor(
    private readonly claim: DraftClaim,
    private readonly stateNow: () => EditorState,
    private readonly documentId: string,
    private readonly onChange: () => void,
  ) {
    this.isRecorded = claim.record !== null;
  }

  /** Resolves when the present state is kept; answers the newest serial that may be sent. */
  keep(): Promise<number> {
    if (!this.writing) return this.begin();
    this.waiting ??= this.writing.then(() => {
      this.waiting = null;
      return this.begin();
    });
    return this.waiting;
  }

  private begin(): Promise<number> {
    const writing = this.write().finally(() => {
      if (this.writing === writing) this.writing = null;
    });
    this.writing = writing;
    return writing;
  }

  private async write(): Promise<number> {
    const state = this.stateNow();
    const { pending, nextSerial } = draftOf(state);
    const wasKept = this.isKept;
    try {
      if (pending.length) await this.claim.save(recordOf(state, this.documentId));
      else if (this.isRecorded) await this.claim.remove();
      this.isRecorded = pending.length > 0;
      this.isKept = true;
    } catch {
      // Without storage the steps still go to the server; only a reload would lose them, and the status says so.
      this.isKept = false;
    }
    if (wasKept !== this.isKept) this.onChange();
    return nextSerial - 1;
  }
}
