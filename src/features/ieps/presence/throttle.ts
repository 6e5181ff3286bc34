/** Runs the newest of what it is given, at most once per interval and never two at a time; failures are let go. */
export class Throttle {
  private next: (() => Promise<unknown>) | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isBusy = false;

  constructor(private readonly everyMs: number) {}

  run(act: () => Promise<unknown>): void {
    this.next = act;
    if (!this.isBusy) void this.start();
  }

  cancel(): void {
    this.next = null;
    clearTimeout(this.timer);
    this.isBusy = false;
  }

  private async start(): Promise<void> {
    const act = this.next;
    if (!act) return;
    this.next = null;
    this.isBusy = true;
    const rest = new Promise<void>((resolve) => {
      this.timer = setTimeout(resolve, this.everyMs);
    });
    await act().catch(() => {});
    await rest;
    this.isBusy = false;
    await this.start();
  }
}
