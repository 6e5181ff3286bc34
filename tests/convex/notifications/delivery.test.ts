import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  advance,
  type Delivery,
  type DeliveryEvent,
  LEASE_MS,
  PAUSES_MS,
  shownDelivery,
} from "#convex/notifications/rules/delivery.ts";

const NOW = Date.UTC(2026, 0, 5, 12);
const follow = (mail: Delivery, event: DeliveryEvent, now = NOW): Delivery => ({
  ...mail,
  ...advance(mail, event, now),
});
const waiting: Delivery = { state: "waiting", dueAt: NOW };
const refused = (attempt: number, isFinal = false): DeliveryEvent => ({
  ...{ kind: "refused", attempt, isFinal, reason: "toldToWait", answer: "451 later" },
});

describe("a mail that waits", () => {
  test("is held by one sender, until its lease runs out", () => {
    const held = follow(waiting, { kind: "claimed" });
    expect(held).toMatchObject({ state: "sending", attempts: 1, dueAt: NOW + LEASE_MS });
    expect(advance(held, { kind: "claimed" }, NOW + LEASE_MS - 1)).toBeNull();
    expect(advance(held, { kind: "claimed" }, NOW + LEASE_MS)).toMatchObject({ attempts: 2 });
  });

  test("is not sent before it is due", () => {
    expect(advance({ ...waiting, dueAt: NOW + 1 }, { kind: "claimed" }, NOW)).toBeNull();
  });

  test("is tried again after pauses that grow, and given up after the last", () => {
    let mail = waiting;
    const pauses = [];
    for (let now = NOW; mail.dueAt !== undefined; now = mail.dueAt ?? now) {
      mail = follow(mail, { kind: "claimed" }, now);
      mail = follow(mail, refused(mail.attempts ?? 0), now);
      if (mail.dueAt !== undefined) pauses.push(mail.dueAt - now);
    }
    expect(pauses).toEqual(PAUSES_MS);
    expect([...pauses].sort((a, b) => a - b)).toEqual(pauses);
    expect(mail).toMatchObject({ state: "givenUp", attempts: PAUSES_MS.length + 1, answer: "451 later" });
  });

  test("is given up when every sender of it died", () => {
    let mail = waiting;
    let claims = 0;
    for (let now = NOW; mail.dueAt !== undefined; now = mail.dueAt ?? now) {
      mail = follow(mail, { kind: "claimed" }, now);
      claims++;
    }
    expect(mail).toMatchObject({ state: "givenUp", reason: "interrupted", attempts: PAUSES_MS.length + 1 });
    expect(claims).toBe(PAUSES_MS.length + 2);
  });

  test("is given up at once when it is refused for good", () => {
    const held = follow(waiting, { kind: "claimed" });
    expect(follow(held, refused(1, true))).toMatchObject({ state: "givenUp", dueAt: undefined });
  });

  test("is not counted as tried when the server could not be spoken to before its turn came", () => {
    const held = follow(waiting, { kind: "claimed" });
    expect(follow(held, { kind: "returned", attempt: 1 })).toMatchObject({ state: "waiting", attempts: 0 });
  });
});

describe("what a sender says whose lease has run out", () => {
  const held = follow(waiting, { kind: "claimed" });
  const again = follow(held, { kind: "claimed" }, NOW + LEASE_MS);

  test("counts no more when it was refused, returned or not wanted", () => {
    for (const event of [
      refused(1),
      { kind: "returned", attempt: 1 },
      { kind: "withdrawn", attempt: 1 },
    ] as const) {
      expect(advance(again, event, NOW + LEASE_MS)).toBeNull();
    }
  });

  test("counts when a server has taken it: nobody sends it once more", () => {
    const sent = follow(again, { kind: "accepted" }, NOW + LEASE_MS);
    expect(sent).toMatchObject({ state: "sent", sentAt: NOW + LEASE_MS, reason: undefined });
    expect(advance(sent, { kind: "claimed" }, NOW + 100 * LEASE_MS)).toBeNull();
  });
});

describe("a mail that was given up", () => {
  const givenUp: Delivery = { state: "givenUp", attempts: 7, reason: "unreachable" };

  test("waits again when somebody asks, with all its attempts", () => {
    expect(follow(givenUp, { kind: "askedAgain" })).toMatchObject({
      ...{ state: "waiting", attempts: 0, dueAt: NOW, reason: undefined },
    });
  });

  test("stays as it is when its link runs out, so that nobody believes it was sent", () => {
    expect(advance(givenUp, { kind: "withdrawn" }, NOW)).toBeNull();
    const shown = shownDelivery({ ...givenUp, hasLink: false }, { isSetUp: true, now: NOW });
    expect(shown).toMatchObject({ state: "givenUp", mayAskAgain: false });
  });
});

const RUNS = Number(process.env.MAIL_RUNS ?? 300);

test(`whatever happens in whichever order, no two hold a mail and none is sent after it was taken (${RUNS} runs)`, () => {
  const anEvent = fc.oneof(
    fc.constant<DeliveryEvent>({ kind: "claimed" }),
    fc.constant<DeliveryEvent>({ kind: "accepted" }),
    fc.constant<DeliveryEvent>({ kind: "askedAgain" }),
    fc.constant<DeliveryEvent>({ kind: "withdrawn" }),
    fc
      .record({ attempt: fc.integer({ min: 1, max: 9 }), isFinal: fc.boolean() })
      .map(({ attempt, isFinal }): DeliveryEvent => refused(attempt, isFinal)),
    fc.integer({ min: 1, max: 9 }).map((attempt): DeliveryEvent => ({ kind: "returned", attempt })),
  );
  const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 * LEASE_MS }), anEvent), { maxLength: 40 });
  fc.assert(
    fc.property(steps, (story) => {
      let mail = waiting;
      let now = NOW;
      let heldUntil = 0;
      for (const [passed, event] of story) {
        now += passed;
        const change = advance(mail, event, now);
        if (change === null) continue;
        expect(mail.state).not.toBe("sent");
        if (mail.state === "dropped") expect(event.kind).toBe("accepted");
        if (event.kind === "claimed" && change.state === "sending") {
          expect(now).toBeGreaterThanOrEqual(heldUntil);
          heldUntil = now + LEASE_MS;
        } else if (mail.state === "sending") heldUntil = 0;
        mail = { ...mail, ...change };
        const isDue = mail.state === "waiting" || mail.state === "sending" || mail.state === "failed";
        expect(mail.dueAt !== undefined).toBe(isDue);
      }
    }),
    { numRuns: RUNS },
  );
});
