import type { ExpectedDoors } from "../insiders.ts";

export const notificationsDoors: ExpectedDoors = {
  open: ["notifications/outbox:list"],
};
