const MAX_MESSAGES = 256;
const MAX_CHARACTERS = 32 * 1024 * 1024;

/** What a client has asked and has not been answered: by number and by size. */
export class Load {
  /** Called when nothing is left. */
  onIdle: () => void = () => {};
  private messages = 0;
  private characters = 0;

  get idle(): boolean {
    return this.messages === 0;
  }

  /** Whether nothing more should be read for now (SYNC-16). */
  get full(): boolean {
    return this.messages >= MAX_MESSAGES || this.characters > MAX_CHARACTERS;
  }

  take(characters: number): void {
    this.messages += 1;
    this.characters += characters;
  }

  release(characters: number): void {
    this.messages -= 1;
    this.characters -= characters;
    if (this.idle) this.onIdle();
  }
}
