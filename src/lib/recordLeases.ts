import type { Id } from "#convex/_generated/dataModel.js";

/** What the server answers to `students.record.open`. */
type Opening = { opened: boolean; leaseEndsAt: number | null };

/**
 * "opening": not yet; "open": it may be read; "lapsed": nobody looked at the page for so long that it ended;
 * "refused": the server will say the same to every question about the child, in words of its own.
 */
export type LeaseStatus = "opening" | "open" | "lapsed" | "refused";

type Lease = {
  holders: number;
  status: LeaseStatus;
  /** By the clock of this device, in ms. */
  endsAt: number;
  askedAt: number;
  isAsking: boolean;
  timer?: ReturnType<typeof setTimeout>;
};

type Surroundings = {
  open: (studentId: Id<"students">) => Promise<Opening>;
  isVisible: () => boolean;
  /** How long a lease lasts, in ms: the device's clock may be wrong, so that the server's instants are not used. */
  leaseMs: number;
};

/** After an answer, questions that were asked before it may still come back refused: so long nothing is asked again. */
const SETTLING_MS = 5_000;

export type RecordLeases = ReturnType<typeof createRecordLeases>;

/**
 * Keeps the records open that pages show: opens them, renews them at half time while the page is visible, and
 * opens them again when somebody comes back to a page whose lease has run out meanwhile.
 */
export function createRecordLeases({ open, isVisible, leaseMs }: Surroundings) {
  const leases = new Map<Id<"students">, Lease>();
  const listeners = new Set<() => void>();

  const leaseOf = (studentId: Id<"students">): Lease => {
    const known = leases.get(studentId);
    if (known) return known;
    const lease: Lease = { holders: 0, status: "opening", endsAt: 0, askedAt: 0, isAsking: false };
    leases.set(studentId, lease);
    return lease;
  };
  const settle = (lease: Lease, status: LeaseStatus) => {
    if (lease.status === status) return;
    lease.status = status;
    for (const listener of listeners) listener();
  };
  const isRunning = (lease: Lease) => lease.status === "open" && Date.now() < lease.endsAt;

  async function ask(studentId: Id<"students">): Promise<void> {
    const lease = leaseOf(studentId);
    if (lease.isAsking) return;
    lease.isAsking = true;
    lease.askedAt = Date.now();
    // A refusal by error (signed out, say) is shown by the page's own queries, which meet it too.
    const opened = await open(studentId).then(
      (answer) => answer.opened,
      () => false,
    );
    lease.isAsking = false;
    lease.askedAt = Date.now();
    lease.endsAt = Date.now() + leaseMs;
    settle(lease, opened ? "open" : "refused");
    if (opened) wakeLater(studentId, lease);
  }

  function wakeLater(studentId: Id<"students">, lease: Lease): void {
    clearTimeout(lease.timer);
    if (lease.holders === 0) return;
    const left = lease.endsAt - Date.now();
    lease.timer = setTimeout(() => wake(studentId), left > leaseMs / 2 ? left - leaseMs / 2 : left);
  }

  /** Renews what is looked at, and lets go of what nobody has looked at until the end. */
  function wake(studentId: Id<"students">): void {
    const lease = leaseOf(studentId);
    if (lease.holders === 0) return;
    if (isVisible()) {
      if (lease.endsAt - Date.now() <= leaseMs / 2) void ask(studentId);
      else wakeLater(studentId, lease);
    } else if (!isRunning(lease)) settle(lease, "lapsed");
    else wakeLater(studentId, lease);
  }

  return {
    statusOf: (studentId: Id<"students">): LeaseStatus => leases.get(studentId)?.status ?? "opening",
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** A page shows the record from now on, until what is answered is called. */
    hold: (studentId: Id<"students">) => {
      const lease = leaseOf(studentId);
      lease.holders += 1;
      if (isRunning(lease)) wakeLater(studentId, lease);
      else void ask(studentId);
      return () => {
        lease.holders -= 1;
        if (lease.holders === 0) clearTimeout(lease.timer);
      };
    },
    /** The server has said `lease_needed` to a question about the child. */
    need: (studentId: Id<"students">) => {
      const lease = leaseOf(studentId);
      if (!isVisible()) settle(lease, "lapsed");
      else if (!lease.isAsking && Date.now() - lease.askedAt > SETTLING_MS) void ask(studentId);
    },
    /** The page has been hidden or has come back. */
    visibilityChanged: () => {
      for (const [studentId, lease] of leases) if (lease.holders > 0) wake(studentId);
    },
  };
}
