/* eslint-disable */
/**
 * Generated `api` utility.
 *
 * THIS CODE IS AUTOMATICALLY GENERATED.
 *
 * To regenerate, run `npx convex dev`.
 * @module
 */

import type * as access_abilities from "../access/abilities.js";
import type * as access_actor from "../access/actor.js";
import type * as access_emergencies from "../access/emergencies.js";
import type * as access_emergency from "../access/emergency.js";
import type * as access_emergencyReviews from "../access/emergencyReviews.js";
import type * as access_enter from "../access/enter.js";
import type * as access_expiry from "../access/expiry.js";
import type * as access_lease from "../access/lease.js";
import type * as access_limits from "../access/limits.js";
import type * as access_load from "../access/load.js";
import type * as access_origins from "../access/origins.js";
import type * as access_policy from "../access/policy.js";
import type * as access_relation from "../access/relation.js";
import type * as access_rules from "../access/rules.js";
import type * as access_secret from "../access/secret.js";
import type * as access_standing from "../access/standing.js";
import type * as access_wall from "../access/wall.js";
import type * as audit_entries from "../audit/entries.js";
import type * as audit_model from "../audit/model.js";
import type * as audit_rules from "../audit/rules.js";
import type * as auth from "../auth.js";
import type * as compliance_rules_england from "../compliance/rules/england.js";
import type * as compliance_rules_pack from "../compliance/rules/pack.js";
import type * as compliance_rules_packs from "../compliance/rules/packs.js";
import type * as compliance_rules_usFederal from "../compliance/rules/usFederal.js";
import type * as consent_consents from "../consent/consents.js";
import type * as consent_model from "../consent/model.js";
import type * as consent_ownAccount from "../consent/ownAccount.js";
import type * as consent_recording from "../consent/recording.js";
import type * as consent_rules_input from "../consent/rules/input.js";
import type * as consent_rules_kinds from "../consent/rules/kinds.js";
import type * as consent_rules_standing from "../consent/rules/standing.js";
import type * as crons from "../crons.js";
import type * as dates from "../dates.js";
import type * as disclosures_disclosures from "../disclosures/disclosures.js";
import type * as disclosures_model from "../disclosures/model.js";
import type * as disclosures_requests from "../disclosures/requests.js";
import type * as disclosures_rules from "../disclosures/rules.js";
import type * as documents_model from "../documents/model.js";
import type * as editorSchema from "../editorSchema.js";
import type * as errors from "../errors.js";
import type * as exports_rules_csv from "../exports/rules/csv.js";
import type * as functions from "../functions.js";
import type * as groups_groups from "../groups/groups.js";
import type * as groups_members from "../groups/members.js";
import type * as groups_model from "../groups/model.js";
import type * as groups_rules from "../groups/rules.js";
import type * as groups_suggestions from "../groups/suggestions.js";
import type * as guardians_guardianships from "../guardians/guardianships.js";
import type * as guardians_model from "../guardians/model.js";
import type * as guardians_rules from "../guardians/rules.js";
import type * as http from "../http.js";
import type * as ieps_accommodations from "../ieps/accommodations.js";
import type * as ieps_amending from "../ieps/amending.js";
import type * as ieps_drafting from "../ieps/drafting.js";
import type * as ieps_editors from "../ieps/editors.js";
import type * as ieps_expiry from "../ieps/expiry.js";
import type * as ieps_goals from "../ieps/goals.js";
import type * as ieps_ieps from "../ieps/ieps.js";
import type * as ieps_model from "../ieps/model.js";
import type * as ieps_present from "../ieps/present.js";
import type * as ieps_prose from "../ieps/prose.js";
import type * as ieps_readable from "../ieps/readable.js";
import type * as ieps_rules_edits from "../ieps/rules/edits.js";
import type * as ieps_rules_goal from "../ieps/rules/goal.js";
import type * as ieps_rules_lifecycle from "../ieps/rules/lifecycle.js";
import type * as ieps_rules_rebase from "../ieps/rules/rebase.js";
import type * as ieps_rules_sections from "../ieps/rules/sections.js";
import type * as ieps_rules_steps from "../ieps/rules/steps.js";
import type * as ieps_sections from "../ieps/sections.js";
import type * as ieps_services from "../ieps/services.js";
import type * as ieps_specialFactors from "../ieps/specialFactors.js";
import type * as notifications_alerts from "../notifications/alerts.js";
import type * as notifications_deliver from "../notifications/deliver.js";
import type * as notifications_model from "../notifications/model.js";
import type * as notifications_outbox from "../notifications/outbox.js";
import type * as organizations_calendar from "../organizations/calendar.js";
import type * as organizations_deactivation from "../organizations/deactivation.js";
import type * as organizations_founding from "../organizations/founding.js";
import type * as organizations_giving from "../organizations/giving.js";
import type * as organizations_invitations from "../organizations/invitations.js";
import type * as organizations_inviting from "../organizations/inviting.js";
import type * as organizations_memberships from "../organizations/memberships.js";
import type * as organizations_model from "../organizations/model.js";
import type * as organizations_operator from "../organizations/operator.js";
import type * as organizations_organizations from "../organizations/organizations.js";
import type * as organizations_rules_calendar from "../organizations/rules/calendar.js";
import type * as organizations_rules_invitations from "../organizations/rules/invitations.js";
import type * as organizations_rules_membership from "../organizations/rules/membership.js";
import type * as organizations_rules_settings from "../organizations/rules/settings.js";
import type * as organizations_schools from "../organizations/schools.js";
import type * as organizations_setup from "../organizations/setup.js";
import type * as organizations_tokens from "../organizations/tokens.js";
import type * as people_accounts from "../people/accounts.js";
import type * as people_deviceKeys from "../people/deviceKeys.js";
import type * as people_deviceNames from "../people/deviceNames.js";
import type * as people_devices from "../people/devices.js";
import type * as people_lock from "../people/lock.js";
import type * as people_me from "../people/me.js";
import type * as people_model from "../people/model.js";
import type * as people_people from "../people/people.js";
import type * as people_rules from "../people/rules.js";
import type * as people_sessions from "../people/sessions.js";
import type * as people_trustedBrowsers from "../people/trustedBrowsers.js";
import type * as progress_goals from "../progress/goals.js";
import type * as progress_model from "../progress/model.js";
import type * as progress_observations from "../progress/observations.js";
import type * as progress_rules_aimLine from "../progress/rules/aimLine.js";
import type * as progress_rules_decisions from "../progress/rules/decisions.js";
import type * as progress_rules_effects from "../progress/rules/effects.js";
import type * as progress_rules_mastery from "../progress/rules/mastery.js";
import type * as progress_rules_observation from "../progress/rules/observation.js";
import type * as progress_rules_picture from "../progress/rules/picture.js";
import type * as progress_rules_readingNorms from "../progress/rules/readingNorms.js";
import type * as progress_rules_series from "../progress/rules/series.js";
import type * as progress_rules_slopes from "../progress/rules/slopes.js";
import type * as progress_rules_studentT from "../progress/rules/studentT.js";
import type * as progress_rules_trend from "../progress/rules/trend.js";
import type * as progress_views from "../progress/views.js";
import type * as roster_externalIds from "../roster/externalIds.js";
import type * as roster_rules_kinds from "../roster/rules/kinds.js";
import type * as sample_ava_ava from "../sample/ava/ava.js";
import type * as sample_ava_family from "../sample/ava/family.js";
import type * as sample_ava_goals from "../sample/ava/goals.js";
import type * as sample_ava_presentLevels from "../sample/ava/presentLevels.js";
import type * as sample_ava_provision from "../sample/ava/provision.js";
import type * as sample_brief from "../sample/brief.js";
import type * as sample_child from "../sample/child.js";
import type * as sample_district from "../sample/district.js";
import type * as sample_elementary from "../sample/elementary.js";
import type * as sample_elementaryMore from "../sample/elementaryMore.js";
import type * as sample_high from "../sample/high.js";
import type * as sample_highMore from "../sample/highMore.js";
import type * as sample_people from "../sample/people.js";
import type * as sample_present from "../sample/present.js";
import type * as sample_prose from "../sample/prose.js";
import type * as sealing_keys from "../sealing/keys.js";
import type * as sealing_model from "../sealing/model.js";
import type * as sealing_rules_cipher from "../sealing/rules/cipher.js";
import type * as sealing_rules_envelope from "../sealing/rules/envelope.js";
import type * as students_archiving from "../students/archiving.js";
import type * as students_circle from "../students/circle.js";
import type * as students_daily from "../students/daily.js";
import type * as students_due from "../students/due.js";
import type * as students_enrolling from "../students/enrolling.js";
import type * as students_enrolments from "../students/enrolments.js";
import type * as students_guardianships from "../students/guardianships.js";
import type * as students_health from "../students/health.js";
import type * as students_history from "../students/history.js";
import type * as students_identity from "../students/identity.js";
import type * as students_learning from "../students/learning.js";
import type * as students_likeness from "../students/likeness.js";
import type * as students_listedPlan from "../students/listedPlan.js";
import type * as students_listing from "../students/listing.js";
import type * as students_mergeSchema from "../students/mergeSchema.js";
import type * as students_model from "../students/model.js";
import type * as students_oversight from "../students/oversight.js";
import type * as students_parts from "../students/parts.js";
import type * as students_profile from "../students/profile.js";
import type * as students_profileSchema from "../students/profileSchema.js";
import type * as students_record from "../students/record.js";
import type * as students_recordSchema from "../students/recordSchema.js";
import type * as students_registering from "../students/registering.js";
import type * as students_rules from "../students/rules.js";
import type * as students_rules_enrolment from "../students/rules/enrolment.js";
import type * as students_rules_identity from "../students/rules/identity.js";
import type * as students_rules_listing from "../students/rules/listing.js";
import type * as students_rules_lists from "../students/rules/lists.js";
import type * as students_rules_profile from "../students/rules/profile.js";
import type * as students_rules_transfer from "../students/rules/transfer.js";
import type * as students_rules_versions from "../students/rules/versions.js";
import type * as students_students from "../students/students.js";
import type * as students_team from "../students/team.js";
import type * as students_transfers from "../students/transfers.js";
import type * as students_versions from "../students/versions.js";
import type * as typed from "../typed.js";
import type * as values from "../values.js";

import type {
  ApiFromModules,
  FilterApi,
  FunctionReference,
} from "convex/server";

declare const fullApi: ApiFromModules<{
  "access/abilities": typeof access_abilities;
  "access/actor": typeof access_actor;
  "access/emergencies": typeof access_emergencies;
  "access/emergency": typeof access_emergency;
  "access/emergencyReviews": typeof access_emergencyReviews;
  "access/enter": typeof access_enter;
  "access/expiry": typeof access_expiry;
  "access/lease": typeof access_lease;
  "access/limits": typeof access_limits;
  "access/load": typeof access_load;
  "access/origins": typeof access_origins;
  "access/policy": typeof access_policy;
  "access/relation": typeof access_relation;
  "access/rules": typeof access_rules;
  "access/secret": typeof access_secret;
  "access/standing": typeof access_standing;
  "access/wall": typeof access_wall;
  "audit/entries": typeof audit_entries;
  "audit/model": typeof audit_model;
  "audit/rules": typeof audit_rules;
  auth: typeof auth;
  "compliance/rules/england": typeof compliance_rules_england;
  "compliance/rules/pack": typeof compliance_rules_pack;
  "compliance/rules/packs": typeof compliance_rules_packs;
  "compliance/rules/usFederal": typeof compliance_rules_usFederal;
  "consent/consents": typeof consent_consents;
  "consent/model": typeof consent_model;
  "consent/ownAccount": typeof consent_ownAccount;
  "consent/recording": typeof consent_recording;
  "consent/rules/input": typeof consent_rules_input;
  "consent/rules/kinds": typeof consent_rules_kinds;
  "consent/rules/standing": typeof consent_rules_standing;
  crons: typeof crons;
  dates: typeof dates;
  "disclosures/disclosures": typeof disclosures_disclosures;
  "disclosures/model": typeof disclosures_model;
  "disclosures/requests": typeof disclosures_requests;
  "disclosures/rules": typeof disclosures_rules;
  "documents/model": typeof documents_model;
  editorSchema: typeof editorSchema;
  errors: typeof errors;
  "exports/rules/csv": typeof exports_rules_csv;
  functions: typeof functions;
  "groups/groups": typeof groups_groups;
  "groups/members": typeof groups_members;
  "groups/model": typeof groups_model;
  "groups/rules": typeof groups_rules;
  "groups/suggestions": typeof groups_suggestions;
  "guardians/guardianships": typeof guardians_guardianships;
  "guardians/model": typeof guardians_model;
  "guardians/rules": typeof guardians_rules;
  http: typeof http;
  "ieps/accommodations": typeof ieps_accommodations;
  "ieps/amending": typeof ieps_amending;
  "ieps/drafting": typeof ieps_drafting;
  "ieps/editors": typeof ieps_editors;
  "ieps/expiry": typeof ieps_expiry;
  "ieps/goals": typeof ieps_goals;
  "ieps/ieps": typeof ieps_ieps;
  "ieps/model": typeof ieps_model;
  "ieps/present": typeof ieps_present;
  "ieps/prose": typeof ieps_prose;
  "ieps/readable": typeof ieps_readable;
  "ieps/rules/edits": typeof ieps_rules_edits;
  "ieps/rules/goal": typeof ieps_rules_goal;
  "ieps/rules/lifecycle": typeof ieps_rules_lifecycle;
  "ieps/rules/rebase": typeof ieps_rules_rebase;
  "ieps/rules/sections": typeof ieps_rules_sections;
  "ieps/rules/steps": typeof ieps_rules_steps;
  "ieps/sections": typeof ieps_sections;
  "ieps/services": typeof ieps_services;
  "ieps/specialFactors": typeof ieps_specialFactors;
  "notifications/alerts": typeof notifications_alerts;
  "notifications/deliver": typeof notifications_deliver;
  "notifications/model": typeof notifications_model;
  "notifications/outbox": typeof notifications_outbox;
  "organizations/calendar": typeof organizations_calendar;
  "organizations/deactivation": typeof organizations_deactivation;
  "organizations/founding": typeof organizations_founding;
  "organizations/giving": typeof organizations_giving;
  "organizations/invitations": typeof organizations_invitations;
  "organizations/inviting": typeof organizations_inviting;
  "organizations/memberships": typeof organizations_memberships;
  "organizations/model": typeof organizations_model;
  "organizations/operator": typeof organizations_operator;
  "organizations/organizations": typeof organizations_organizations;
  "organizations/rules/calendar": typeof organizations_rules_calendar;
  "organizations/rules/invitations": typeof organizations_rules_invitations;
  "organizations/rules/membership": typeof organizations_rules_membership;
  "organizations/rules/settings": typeof organizations_rules_settings;
  "organizations/schools": typeof organizations_schools;
  "organizations/setup": typeof organizations_setup;
  "organizations/tokens": typeof organizations_tokens;
  "people/accounts": typeof people_accounts;
  "people/deviceKeys": typeof people_deviceKeys;
  "people/deviceNames": typeof people_deviceNames;
  "people/devices": typeof people_devices;
  "people/lock": typeof people_lock;
  "people/me": typeof people_me;
  "people/model": typeof people_model;
  "people/people": typeof people_people;
  "people/rules": typeof people_rules;
  "people/sessions": typeof people_sessions;
  "people/trustedBrowsers": typeof people_trustedBrowsers;
  "progress/goals": typeof progress_goals;
  "progress/model": typeof progress_model;
  "progress/observations": typeof progress_observations;
  "progress/rules/aimLine": typeof progress_rules_aimLine;
  "progress/rules/decisions": typeof progress_rules_decisions;
  "progress/rules/effects": typeof progress_rules_effects;
  "progress/rules/mastery": typeof progress_rules_mastery;
  "progress/rules/observation": typeof progress_rules_observation;
  "progress/rules/picture": typeof progress_rules_picture;
  "progress/rules/readingNorms": typeof progress_rules_readingNorms;
  "progress/rules/series": typeof progress_rules_series;
  "progress/rules/slopes": typeof progress_rules_slopes;
  "progress/rules/studentT": typeof progress_rules_studentT;
  "progress/rules/trend": typeof progress_rules_trend;
  "progress/views": typeof progress_views;
  "roster/externalIds": typeof roster_externalIds;
  "roster/rules/kinds": typeof roster_rules_kinds;
  "sample/ava/ava": typeof sample_ava_ava;
  "sample/ava/family": typeof sample_ava_family;
  "sample/ava/goals": typeof sample_ava_goals;
  "sample/ava/presentLevels": typeof sample_ava_presentLevels;
  "sample/ava/provision": typeof sample_ava_provision;
  "sample/brief": typeof sample_brief;
  "sample/child": typeof sample_child;
  "sample/district": typeof sample_district;
  "sample/elementary": typeof sample_elementary;
  "sample/elementaryMore": typeof sample_elementaryMore;
  "sample/high": typeof sample_high;
  "sample/highMore": typeof sample_highMore;
  "sample/people": typeof sample_people;
  "sample/present": typeof sample_present;
  "sample/prose": typeof sample_prose;
  "sealing/keys": typeof sealing_keys;
  "sealing/model": typeof sealing_model;
  "sealing/rules/cipher": typeof sealing_rules_cipher;
  "sealing/rules/envelope": typeof sealing_rules_envelope;
  "students/archiving": typeof students_archiving;
  "students/circle": typeof students_circle;
  "students/daily": typeof students_daily;
  "students/due": typeof students_due;
  "students/enrolling": typeof students_enrolling;
  "students/enrolments": typeof students_enrolments;
  "students/guardianships": typeof students_guardianships;
  "students/health": typeof students_health;
  "students/history": typeof students_history;
  "students/identity": typeof students_identity;
  "students/learning": typeof students_learning;
  "students/likeness": typeof students_likeness;
  "students/listedPlan": typeof students_listedPlan;
  "students/listing": typeof students_listing;
  "students/mergeSchema": typeof students_mergeSchema;
  "students/model": typeof students_model;
  "students/oversight": typeof students_oversight;
  "students/parts": typeof students_parts;
  "students/profile": typeof students_profile;
  "students/profileSchema": typeof students_profileSchema;
  "students/record": typeof students_record;
  "students/recordSchema": typeof students_recordSchema;
  "students/registering": typeof students_registering;
  "students/rules": typeof students_rules;
  "students/rules/enrolment": typeof students_rules_enrolment;
  "students/rules/identity": typeof students_rules_identity;
  "students/rules/listing": typeof students_rules_listing;
  "students/rules/lists": typeof students_rules_lists;
  "students/rules/profile": typeof students_rules_profile;
  "students/rules/transfer": typeof students_rules_transfer;
  "students/rules/versions": typeof students_rules_versions;
  "students/students": typeof students_students;
  "students/team": typeof students_team;
  "students/transfers": typeof students_transfers;
  "students/versions": typeof students_versions;
  typed: typeof typed;
  values: typeof values;
}>;

/**
 * A utility for referencing Convex functions in your app's public API.
 *
 * Usage:
 * ```js
 * const myFunctionReference = api.myModule.myFunction;
 * ```
 */
export declare const api: FilterApi<
  typeof fullApi,
  FunctionReference<any, "public">
>;

/**
 * A utility for referencing Convex functions in your app's internal API.
 *
 * Usage:
 * ```js
 * const myFunctionReference = internal.myModule.myFunction;
 * ```
 */
export declare const internal: FilterApi<
  typeof fullApi,
  FunctionReference<any, "internal">
>;

export declare const components: {
  betterAuth: import("@convex-dev/better-auth/_generated/component.js").ComponentApi<"betterAuth">;
  prosemirrorSync: import("@convex-dev/prosemirror-sync/_generated/component.js").ComponentApi<"prosemirrorSync">;
  presence: import("@convex-dev/presence/_generated/component.js").ComponentApi<"presence">;
  rateLimiter: import("@convex-dev/rate-limiter/_generated/component.js").ComponentApi<"rateLimiter">;
};
