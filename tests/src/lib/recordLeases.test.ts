import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Id } from "#convex/_generated/dataModel.js";
import { createRecordLeases } from "#src/lib/recordLeases.ts";

const ava = "ava" as Id<"students">;
const MINUTE = 60_000;

let isVisible: boolean;
let mayRead: boolean;
let opened: number;
const leasesOfAPage = () =>
  createRecordLeases({
    open: async () => {
      opened += 1;
      return mayRead ? { opened: true, leaseEndsAt: 0 } : { opened: false, leaseEndsAt: null };
    },
    isVisible: () => isVisible,
    leaseMs: 30 * MINUTE,
  });
const pass = (minutes: number) => vi.advanceTimersByTimeAsync(minutes * MINUTE);

beforeEach(() => {
  vi.useFakeTimers();
  isVisible = true;
  mayRead = true;
  opened = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a page that shows a record", () => {
  test("opens it once and reads", async () => {
    const leases = leasesOfAPage();
    leases.hold(ava);
    expect(leases.statusOf(ava)).toBe("opening");
    await pass(0);
    expect(leases.statusOf(ava)).toBe("open");
    expect(opened).toBe(1);
  });

  test("renews it at half time, for as long as somebody looks", async () => {
    const leases = leasesOfAPage();
    leases.hold(ava);
    await pass(61);
    expect(opened).toBe(5);
    expect(leases.statusOf(ava)).toBe("open");
  });

  test("closes when nobody has looked until the end, and opens when somebody comes back", async () => {
    const leases = leasesOfAPage();
    leases.hold(ava);
    await pass(1);
    isVisible = false;
    leases.visibilityChanged();
    await pass(28);
    expect(leases.statusOf(ava)).toBe("open");
    await pass(2);
    expect(leases.statusOf(ava)).toBe("lapsed");
    expect(opened).toBe(1);
    isVisible = true;
    leases.visibilityChanged();
    await pass(0);
    expect(leases.statusOf(ava)).toBe("open");
    expect(opened).toBe(2);
  });

  test("and is left renews nothing any more", async () => {
    const leases = leasesOfAPage();
    const leave = leases.hold(ava);
    await pass(1);
    leave();
    await pass(60);
    expect(opened).toBe(1);
  });

  test("beside another page of the child opens it no second time", async () => {
    const leases = leasesOfAPage();
    const leave = leases.hold(ava);
    await pass(1);
    leave();
    leases.hold(ava);
    await pass(1);
    expect(opened).toBe(1);
    await pass(15);
    expect(opened).toBe(2);
  });

  test("that is refused says so instead of waiting", async () => {
    mayRead = false;
    const leases = leasesOfAPage();
    leases.hold(ava);
    await pass(60);
    expect(leases.statusOf(ava)).toBe("refused");
    expect(opened).toBe(1);
  });
});

describe("a query that finds the record closed", () => {
  test("opens it, once for all that say so together", async () => {
    const leases = leasesOfAPage();
    leases.hold(ava);
    await pass(1);
    leases.need(ava);
    leases.need(ava);
    await pass(0);
    leases.need(ava);
    await pass(0);
    expect(opened).toBe(2);
  });

  test("opens nothing behind somebody's back", async () => {
    const leases = leasesOfAPage();
    leases.hold(ava);
    await pass(1);
    isVisible = false;
    leases.need(ava);
    await pass(0);
    expect(leases.statusOf(ava)).toBe("lapsed");
    expect(opened).toBe(1);
  });
});
