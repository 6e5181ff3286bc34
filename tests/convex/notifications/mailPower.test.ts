import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { api, internal } from "#convex/_generated/api.js";
import { LEASE_MS } from "#convex/notifications/rules/delivery.ts";
import { runsEmbedded } from "#tests/support/backend.ts";
import { MailServer } from "#tests/support/mailServer.ts";
import { MovableDeployment } from "#tests/support/movableDeployment.ts";
import { settled } from "#tests/support/settled.ts";
import { giveVariables } from "#tests/support/spareDeployment.ts";
import { aWorld, type World } from "#tests/support/world.ts";

/** On an embedded deployment of its own, in a process that can be killed: by night, which has the time to start one. */
const isNight = process.env.MAIL_POWER === "1";

describe.skipIf(!(runsEmbedded && isNight))("when the power goes", () => {
  const to = "teacher@example.test";
  let deployment: MovableDeployment;
  let server: MailServer;
  let world: World;
  beforeAll(async () => {
    server = await MailServer.open();
    deployment = await MovableDeployment.open();
    await giveVariables({ SMTP_URL: server.url, MAIL_FROM: "plans@school.example" });
    world = await aWorld();
  });
  afterAll(async () => {
    await deployment.close();
    await server.close();
  });

  const states = async () => {
    const { administrator, organizationId } = world;
    const mails = await administrator.query(api.notifications.outbox.list, { organizationId });
    return mails.map(({ delivery }) => delivery.state);
  };

  test("after the mail server took a mail and before that is written down, it comes again under the same Message-ID", async () => {
    server.onTaken = () => "silence";
    const { administrator, organizationId } = world;
    const invitation = { organizationId, email: to, role: "teacher" } as const;
    await administrator.mutation(api.organizations.invitations.send, invitation);
    expect(
      await settled(
        () => Promise.resolve(server.to(to).length),
        (count) => count > 0,
      ),
    ).toBe(1);
    expect(await states()).toEqual(["sending"]);

    server.onTaken = () => undefined;
    await deployment.cutPower();
    const begin = () => world.backend.operator.mutation(internal.notifications.sending.begin, {});
    await begin();
    expect(server.to(to)).toHaveLength(1);
    await deployment.setAhead(LEASE_MS);
    await begin();
    expect(await settled(states, ([state]) => state === "sent")).toEqual(["sent"]);
    const ids = server.to(to).map(({ messageId }) => messageId);
    expect(ids).toEqual([ids[0], ids[0]]);
  });
});
