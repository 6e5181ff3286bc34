import { administrators, type ExpectedDoors, team } from "../insiders.ts";

export const organizationsDoors: ExpectedDoors = {
  organization: {
    "organizations/organizations:get": team,
    "organizations/organizations:edit": administrators,
    "organizations/organizations:addSchool": administrators,
    "organizations/memberships:changeRole": administrators,
    "organizations/memberships:end": administrators,
    "organizations/invitations:list": administrators,
    "organizations/invitations:send": administrators,
    "organizations/invitations:revoke": administrators,
  },
  wholeOrganization: [
    "organizations/organizations:edit",
    "organizations/organizations:addSchool",
    "organizations/memberships:changeRole",
    "organizations/memberships:end",
    "organizations/invitations:list",
    "organizations/invitations:send",
    "organizations/invitations:revoke",
  ],
  own: ["organizations/setup:create", "organizations/invitations:accept"],
  open: ["organizations/setup:status", "organizations/invitations:find"],
};
