import { type Edit, isOvertaken, isSame } from "#src/lib/keptEdit.ts";
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
  /** Where what is typed lies until it is saved; without it, on the page alone. */
  kept?: { get: () => Edit<T> | null; put: (edit: Edit<T> | null) => void } | undefined;
};

/**
 * What is typed into a field that saves itself. One saving is under way at a time: whoever types on while it is, on a
 * line slower than their pauses, would otherwise be told that somebody else had written what they wrote themselves.
 */
export class FieldSaver<T> {
  refusal: (Outcome<unknown> & { isDone: false }) | null = null;
  private typed: Edit<T> | null = null;
  private isTouched = false;
  private isSaving = false;
  private isWanted = false;
  private isLeft = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly field: Field<T>) {}

  get edit(): Edit<T> | null {
    return this.field.kept ? this.field.kept.get() : this.typed;
  }
  private set edit(edit: Edit<T> | null) {
    if (this.field.kept) this.field.kept.put(edit);
    else this.typed = edit;
  }

  /**
   * These words were found on the device, from another day perhaps. They are not saved by themselves: their author may
   * have thought better of them, and nobody would see them go into the record.
   */
  get isFound(): boolean {
    return this.edit !== null && !this.isTouched;
  }

  get isConflict(): boolean {
    if (this.edit === null) return false;
    return (
      this.refusal?.problem.code === "conflict" || (this.isFound && isOvertaken(this.edit, this.field.live()))
    );
  }

  change(next: T): void {
    const wasConflict = this.isConflict;
    this.edit = { base: this.edit ? this.edit.base : this.field.live(), mine: next };
    if (!wasConflict) {
      this.refusal = null;
      this.isTouched = true;
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.commit(), PAUSE_MS);
    this.field.redraw();
  }

  /** Saves now, if there is anything to save; what is being saved comes first. */
  commit(): void {
    clearTimeout(this.timer);
    if (this.edit === null || this.isConflict || this.isFound) return;
    if (this.isSaving) this.isWanted = true;
    else void this.send(this.edit);
  }

  /** Found words that were saved after all, before the page that sent them heard of it. */
  settle(): void {
    if (this.edit && this.isFound && isSame(this.edit.mine, this.field.live())) this.edit = null;
  }

  keepMine(): void {
    this.refusal = null;
    this.isTouched = true;
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
