import { administrators, type ExpectedDoors, team } from "../insiders.ts";

export const peopleDoors: ExpectedDoors = {
  organization: {
    "people/people:get": administrators,
    "people/people:list": team,
    "people/devices:endAll": ["administrator"],
  },
  wholeOrganization: ["people/people:get", "people/devices:endAll"],
  own: [
    "people/me:savePreferences",
    "people/credentials:get",
    "people/deviceKeys:list",
    "people/devices:list",
    "people/devices:revoke",
    "people/devices:revokeOthers",
    "people/lock:engage",
    "people/passkeys:list",
    "people/passkeys:rename",
    "people/trustedBrowsers:count",
    "people/trustedBrowsers:forget",
  ],
  open: ["people/me:get", "people/lock:get", "people/providers:list"],
};
