import type { ExpectedDoors } from "../insiders.ts";

export const notificationsDoors: ExpectedDoors = {
  open: ["notifications/outbox:list"],
  own: ["notifications/alerts:countUnread", "notifications/alerts:list", "notifications/alerts:markRead"],
};
