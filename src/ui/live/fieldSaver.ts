import type { Outcome } from "#src/lib/useCommand.ts";

/** How long somebody pauses before a field saves itself, in ms; leaving the field saves at once. */
const PAUSE_MS = 1_200;

/** What a saver needs of the field around it. */
type Field<T> = {
  live: () => T;
  save: (base: T, next: T) => Promise<Outcome<unknown>>;
  redraw: () => void;
  /** Refused after the field was closed: nobody sees an error below it any more. */
  lost: (mine: T, refusal: Outcome<unknown> & { isDone: false }) => void;
};

/**
 * What is typed into a field that saves itself. One saving is under way at a time: whoever types on while it is, on a
 * line slower than their pauses, would otherwise be told that somebody else had written what they wrote themselves.
 */
export class FieldSaver<T> {
  edit: { base: T; mine: T } | null = null;
  refusal: (Outcome<unknown> & { isDone: false }) | null = null;
  private isSaving = false;
  private isWanted = false;
  private isLeft = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly field: Field<T>) {}

  get isConflict(): boolean {
    return this.refusal?.problem.code === "conflict";
  }

  change(next: T): void {
    this.edit = { base: this.edit ? this.edit.base : this.field.live(), mine: next };
    if (!this.isConflict) this.refusal = null;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.commit(), PAUSE_MS);
    this.field.redraw();
  }

  /** Saves now, if there is anything to save; what is being saved comes first. */
  commit(): void {
    clearTimeout(this.timer);
    if (this.edit === null || this.isConflict) return;
    if (this.isSaving) this.isWanted = true;
    else void this.send(this.edit);
  }

  keepMine(): void {
    this.refusal = null;
    if (this.edit) this.edit = { base: this.field.live(), mine: this.edit.mine };
    this.field.redraw();
    this.commit();
  }

  takeTheirs(): void {
    this.refusal = null;
    this.edit = null;
    this.field.redraw();
  }

  enter(): void {
    this.isLeft = false;
  }

  /** A field that disappears (its row closes, the page moves on) has been left. */
  leave(): void {
    this.isLeft = true;
    // Between theirs and mine nobody can choose any more.
    if (this.edit && this.refusal && this.isConflict) this.field.lost(this.edit.mine, this.refusal);
    this.commit();
  }

  private async send({ base, mine }: { base: T; mine: T }): Promise<void> {
    if (isSame(base, mine)) {
      this.edit = null;
      return this.field.redraw();
    }
    this.isSaving = true;
    const outcome = await this.field.save(base, mine);
    this.isSaving = false;
    const hasTypedOn = this.edit !== null && !isSame(this.edit.mine, mine);
    if (outcome.isDone) {
      this.refusal = null;
      // What was saved is the new starting point of what was typed meanwhile.
      this.edit = hasTypedOn && this.edit ? { base: mine, mine: this.edit.mine } : null;
    } else if (!hasTypedOn || outcome.problem.code === "conflict") {
      this.refusal = outcome;
      if (this.isLeft && this.edit) this.field.lost(this.edit.mine, outcome);
    }
    this.field.redraw();
    const isWanted = this.isWanted;
    this.isWanted = false;
    if (isWanted && hasTypedOn) this.commit();
  }
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
