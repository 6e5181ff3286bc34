import { administrators, type ExpectedDoors } from "../insiders.ts";

export const notificationsDoors: ExpectedDoors = {
  organization: {
    "notifications/outbox:standing": administrators,
    "notifications/outbox:tryAgain": administrators,
  },
  wholeOrganization: ["notifications/outbox:standing", "notifications/outbox:tryAgain"],
  open: ["notifications/outbox:list"],
  own: ["notifications/alerts:countUnread", "notifications/alerts:list", "notifications/alerts:markRead"],
};
