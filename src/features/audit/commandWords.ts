import { i18n } from "@lingui/core";

/** What a command did, by its name in the trail. Those that write no entry are not here; a test holds the rest to it. */
const words: Record<string, () => string> = {
  "access/emergencies:begin": () =>
    i18n.t({ id: "did.emergencyAccessBegun", message: "Emergency access begun" }),
  "access/emergencies:end": () =>
    i18n.t({ id: "did.emergencyAccessEnded", message: "Emergency access ended" }),
  "access/emergencies:review": () =>
    i18n.t({ id: "did.emergencyAccessReviewed", message: "Emergency access reviewed" }),
  "access/expiry:endEmergency": () =>
    i18n.t({ id: "did.emergencyAccessRanOut", message: "Emergency access ran out" }),
  "audit/alarms:acknowledge": () =>
    i18n.t({ id: "did.alarmOfTheAuditTrailAcknowledged", message: "Alarm of the audit trail acknowledged" }),
  "audit/alarms:report": () =>
    i18n.t({ id: "did.alarmOfTheAuditTrailRaised", message: "Alarm of the audit trail raised" }),
  "audit/checkpoints:take": () =>
    i18n.t({ id: "did.checkpointOfTheAuditTrailTaken", message: "Checkpoint of the audit trail taken" }),
  "consent/consents:record": () =>
    i18n.t({ id: "did.consentDecisionWrittenDown", message: "Consent decision written down" }),
  "consent/consents:retract": () =>
    i18n.t({ id: "did.consentDecisionTakenBack", message: "Consent decision taken back" }),
  "consent/deciding:give": () => i18n.t({ id: "did.consentGiven", message: "Consent given" }),
  "consent/deciding:refuse": () => i18n.t({ id: "did.consentRefused", message: "Consent refused" }),
  "consent/deciding:withdraw": () => i18n.t({ id: "did.consentWithdrawn", message: "Consent withdrawn" }),
  "consent/followUps:complete": () =>
    i18n.t({ id: "did.followupOfADecisionDone", message: "Follow-up of a decision done" }),
  "consent/requests:ask": () =>
    i18n.t({ id: "did.familyAskedForConsent", message: "Family asked for consent" }),
  "consent/requests:addAttempt": () =>
    i18n.t({ id: "did.attemptToReachTheFamilyNoted", message: "Attempt to reach the family noted" }),
  "consent/requests:goAhead": () =>
    i18n.t({
      id: "did.evaluationGoesAheadWithoutAnAnswer",
      message: "Evaluation goes ahead without an answer",
    }),
  "consent/requests:takeBack": () =>
    i18n.t({ id: "did.requestForConsentTakenBack", message: "Request for consent taken back" }),
  "disclosures/disclosures:record": () =>
    i18n.t({ id: "did.disclosureRecorded", message: "Disclosure recorded" }),
  "disclosures/disclosures:strike": () =>
    i18n.t({ id: "did.disclosureStruckOut", message: "Disclosure struck out" }),
  "disclosures/requests:make": () =>
    i18n.t({ id: "did.familyAskedAboutTheRecord", message: "Family asked about the record" }),
  "disclosures/requests:record": () =>
    i18n.t({ id: "did.requestAboutTheRecordWrittenDown", message: "Request about the record written down" }),
  "disclosures/requests:answer": () =>
    i18n.t({ id: "did.requestAboutTheRecordAnswered", message: "Request about the record answered" }),
  "documents/documents:add": () => i18n.t({ id: "did.documentAdded", message: "Document added" }),
  "documents/documents:edit": () => i18n.t({ id: "did.documentChanged", message: "Document changed" }),
  "documents/documents:retract": () =>
    i18n.t({ id: "did.documentTakenBack", message: "Document taken back" }),
  "documents/opening:open": () => i18n.t({ id: "did.documentOpened", message: "Document opened" }),
  "documents/retracted:sweep": () =>
    i18n.t({ id: "did.contentsOfADocumentRemoved", message: "Contents of a document removed" }),
  "documents/uploads:begin": () => i18n.t({ id: "did.uploadBegun", message: "Upload begun" }),
  "exports/children:start": () => i18n.t({ id: "did.copyOfARecordMade", message: "Copy of a record made" }),
  "exports/children:download": () =>
    i18n.t({ id: "did.copyOfARecordDownloaded", message: "Copy of a record downloaded" }),
  "exports/organizations:start": () =>
    i18n.t({ id: "did.copyOfTheOrganizationMade", message: "Copy of the organization made" }),
  "exports/organizations:resume": () =>
    i18n.t({ id: "did.copyOfTheOrganizationContinued", message: "Copy of the organization continued" }),
  "exports/organizations:download": () =>
    i18n.t({ id: "did.copyOfTheOrganizationDownloaded", message: "Copy of the organization downloaded" }),
  "groups/groups:add": () => i18n.t({ id: "did.groupAdded", message: "Group added" }),
  "groups/groups:edit": () => i18n.t({ id: "did.groupChanged", message: "Group changed" }),
  "groups/groups:archive": () =>
    i18n.t({ id: "did.groupPutAwayOrBroughtBack", message: "Group put away or brought back" }),
  "groups/members:addTeacher": () =>
    i18n.t({ id: "did.teacherPutInAGroup", message: "Teacher put in a group" }),
  "groups/members:addStudents": () =>
    i18n.t({ id: "did.studentsPutInAGroup", message: "Students put in a group" }),
  "groups/members:endTeacher": () =>
    i18n.t({ id: "did.teacherTakenOutOfAGroup", message: "Teacher taken out of a group" }),
  "groups/members:endStudent": () =>
    i18n.t({ id: "did.studentTakenOutOfAGroup", message: "Student taken out of a group" }),
  "guardians/guardianships:add": () => i18n.t({ id: "did.guardianAdded", message: "Guardian added" }),
  "guardians/guardianships:sendInvitation": () =>
    i18n.t({ id: "did.guardianInvited", message: "Guardian invited" }),
  "guardians/guardianships:setRight": () =>
    i18n.t({ id: "did.rightOfAGuardianChanged", message: "Right of a guardian changed" }),
  "guardians/guardianships:describe": () =>
    i18n.t({ id: "did.guardianDescribed", message: "Guardian described" }),
  "guardians/guardianships:end": () => i18n.t({ id: "did.guardianshipEnded", message: "Guardianship ended" }),
  "guardians/majority:giveNotice": () =>
    i18n.t({ id: "did.noticeOfFullAgeGiven", message: "Notice of full age given" }),
  "guardians/majority:setGround": () =>
    i18n.t({ id: "did.whoDecidesAtFullAgeRecorded", message: "Who decides at full age recorded" }),
  "guardians/majority:agree": () =>
    i18n.t({ id: "did.studentOfFullAgeAgreed", message: "Student of full age agreed" }),
  "guardians/majorityNotices:send": () =>
    i18n.t({ id: "did.noticeOfFullAgeSent", message: "Notice of full age sent" }),
  "guardians/restrictions:record": () =>
    i18n.t({ id: "did.courtOrderRecorded", message: "Court order recorded" }),
  "guardians/restrictions:lift": () => i18n.t({ id: "did.courtOrderLifted", message: "Court order lifted" }),
  "guardians/studentAccount:sendInvitation": () =>
    i18n.t({ id: "did.studentInvited", message: "Student invited" }),
  "ieps/accommodations:add": () => i18n.t({ id: "did.accommodationAdded", message: "Accommodation added" }),
  "ieps/accommodations:edit": () =>
    i18n.t({ id: "did.accommodationChanged", message: "Accommodation changed" }),
  "ieps/accommodations:remove": () =>
    i18n.t({ id: "did.accommodationRemoved", message: "Accommodation removed" }),
  "ieps/goals:add": () => i18n.t({ id: "did.goalAdded", message: "Goal added" }),
  "ieps/goals:edit": () => i18n.t({ id: "did.goalChanged", message: "Goal changed" }),
  "ieps/goals:retire": () => i18n.t({ id: "did.goalEnded", message: "Goal ended" }),
  "ieps/ieps:start": () => i18n.t({ id: "did.planBegun", message: "Plan begun" }),
  "ieps/ieps:setDates": () => i18n.t({ id: "did.datesOfAPlanChanged", message: "Dates of a plan changed" }),
  "ieps/ieps:share": () => i18n.t({ id: "did.sharingOfAPlanChanged", message: "Sharing of a plan changed" }),
  "ieps/ieps:putInEffect": () => i18n.t({ id: "did.planPutInEffect", message: "Plan put in effect" }),
  "ieps/sections:setState": () =>
    i18n.t({ id: "did.stateOfASectionChanged", message: "State of a section changed" }),
  "ieps/sections:assign": () => i18n.t({ id: "did.sectionAssigned", message: "Section assigned" }),
  "ieps/services:add": () => i18n.t({ id: "did.serviceAdded", message: "Service added" }),
  "ieps/services:edit": () => i18n.t({ id: "did.serviceChanged", message: "Service changed" }),
  "ieps/services:remove": () => i18n.t({ id: "did.serviceRemoved", message: "Service removed" }),
  "ieps/specialFactors:answer": () =>
    i18n.t({ id: "did.specialFactorAnswered", message: "Special factor answered" }),
  "interventions/interventions:add": () =>
    i18n.t({ id: "did.interventionRecorded", message: "Intervention recorded" }),
  "interventions/interventions:edit": () =>
    i18n.t({ id: "did.interventionChanged", message: "Intervention changed" }),
  "interventions/interventions:retract": () =>
    i18n.t({ id: "did.interventionTakenBack", message: "Intervention taken back" }),
  "interventions/meetings:add": () => i18n.t({ id: "did.meetingRecorded", message: "Meeting recorded" }),
  "interventions/meetings:edit": () => i18n.t({ id: "did.meetingChanged", message: "Meeting changed" }),
  "interventions/meetings:retract": () =>
    i18n.t({ id: "did.meetingTakenBack", message: "Meeting taken back" }),
  "organizations/archiving:archive": () =>
    i18n.t({ id: "did.organizationArchived", message: "Organization archived" }),
  "organizations/calendar:addTerm": () => i18n.t({ id: "did.termAdded", message: "Term added" }),
  "organizations/calendar:changeTerm": () => i18n.t({ id: "did.termChanged", message: "Term changed" }),
  "organizations/calendar:removeTerm": () => i18n.t({ id: "did.termRemoved", message: "Term removed" }),
  "organizations/calendar:addClosure": () =>
    i18n.t({ id: "did.daysWithoutSchoolAdded", message: "Days without school added" }),
  "organizations/calendar:removeClosure": () =>
    i18n.t({ id: "did.daysWithoutSchoolRemoved", message: "Days without school removed" }),
  "organizations/deactivation:deactivate": () =>
    i18n.t({ id: "did.personDeactivated", message: "Person deactivated" }),
  "organizations/deactivation:reactivate": () =>
    i18n.t({ id: "did.personReactivated", message: "Person reactivated" }),
  "organizations/invitations:accept": () =>
    i18n.t({ id: "did.invitationAccepted", message: "Invitation accepted" }),
  "organizations/invitations:send": () => i18n.t({ id: "did.invitationSent", message: "Invitation sent" }),
  "organizations/invitations:sendMany": () =>
    i18n.t({ id: "did.invitationsSent", message: "Invitations sent" }),
  "notifications/outbox:tryAgain": () => i18n.t({ id: "did.triedMailAgain", message: "Mail sent once more" }),
  "organizations/invitations:resend": () =>
    i18n.t({ id: "did.invitationSentAgain", message: "Invitation sent again" }),
  "organizations/invitations:revoke": () =>
    i18n.t({ id: "did.invitationTakenBack", message: "Invitation taken back" }),
  "organizations/memberships:changeRole": () => i18n.t({ id: "did.roleChanged", message: "Role changed" }),
  "organizations/memberships:add": () => i18n.t({ id: "did.roleGiven", message: "Role given" }),
  "organizations/memberships:end": () => i18n.t({ id: "did.roleEnded", message: "Role ended" }),
  "organizations/operator:addOrganization": () =>
    i18n.t({ id: "did.organizationCreated", message: "Organization created" }),
  "organizations/operator:inviteBack": () =>
    i18n.t({ id: "did.peopleInvitedBack", message: "People of a moved organization invited back" }),
  "organizations/returns:start": () =>
    i18n.t({ id: "did.peopleInvitedBack", message: "People of a moved organization invited back" }),
  "organizations/organizations:edit": () =>
    i18n.t({ id: "did.settingsChanged", message: "Settings changed" }),
  "organizations/organizations:decide": () =>
    i18n.t({ id: "did.settingsChanged", message: "Settings changed" }),
  "organizations/organizations:changeJurisdiction": () =>
    i18n.t({ id: "did.countryOfTheLawChanged", message: "Country of the law changed" }),
  "organizations/organizations:addSchool": () => i18n.t({ id: "did.schoolAdded", message: "School added" }),
  "organizations/schools:rename": () => i18n.t({ id: "did.schoolRenamed", message: "School renamed" }),
  "organizations/schools:archive": () => i18n.t({ id: "did.schoolArchived", message: "School archived" }),
  "organizations/schools:restore": () =>
    i18n.t({ id: "did.schoolBroughtBack", message: "School brought back" }),
  "organizations/setup:create": () =>
    i18n.t({ id: "did.organizationCreated", message: "Organization created" }),
  "people/devices:endAll": () =>
    i18n.t({ id: "did.sessionsOfAPersonEnded", message: "Sessions of a person ended" }),
  "progress/observations:log": () => i18n.t({ id: "did.measurementLogged", message: "Measurement logged" }),
  "progress/observations:retract": () =>
    i18n.t({ id: "did.measurementTakenBack", message: "Measurement taken back" }),
  "reports/placements:record": () =>
    i18n.t({ id: "did.educationalEnvironmentRecorded", message: "Educational environment recorded" }),
  "reports/runs:start": () => i18n.t({ id: "did.reportCounted", message: "Report counted" }),
  "reports/runs:giveOut": () => i18n.t({ id: "did.reportTakenOut", message: "Report taken out" }),
  "retention/destroying:step": () => i18n.t({ id: "did.recordDestroyed", message: "Record destroyed" }),
  "retention/proposals:keep": () => i18n.t({ id: "did.recordKept", message: "Record kept" }),
  "retention/proposals:hold": () => i18n.t({ id: "did.legalHoldBegun", message: "Legal hold begun" }),
  "retention/proposals:release": () => i18n.t({ id: "did.legalHoldEnded", message: "Legal hold ended" }),
  "retention/proposals:giveNotice": () =>
    i18n.t({ id: "did.noticeOfDestructionGiven", message: "Notice of destruction given" }),
  "retention/proposals:confirm": () =>
    i18n.t({ id: "did.destructionConfirmed", message: "Destruction confirmed" }),
  "retention/requests:ask": () => i18n.t({ id: "did.destructionAskedFor", message: "Destruction asked for" }),
  "retention/requests:withdraw": () =>
    i18n.t({ id: "did.requestForDestructionWithdrawn", message: "Request for destruction withdrawn" }),
  "retention/schedule:set": () =>
    i18n.t({ id: "did.retentionScheduleChanged", message: "Retention schedule changed" }),
  "roster/applying:step": () => i18n.t({ id: "did.importApplied", message: "Import applied" }),
  "roster/checking:step": () => i18n.t({ id: "did.importChecked", message: "Import checked" }),
  "roster/exporting:begin": () => i18n.t({ id: "did.rosterTakenOut", message: "Roster taken out" }),
  "roster/imports:begin": () => i18n.t({ id: "did.importBegun", message: "Import begun" }),
  "roster/imports:check": () => i18n.t({ id: "did.importChecked", message: "Import checked" }),
  "roster/imports:apply": () => i18n.t({ id: "did.importApplied", message: "Import applied" }),
  "roster/imports:stop": () => i18n.t({ id: "did.importStopped", message: "Import stopped" }),
  "roster/imports:resume": () => i18n.t({ id: "did.importContinued", message: "Import continued" }),
  "roster/imports:discard": () => i18n.t({ id: "did.importDiscarded", message: "Import discarded" }),
  "roster/imports:leave": () => i18n.t({ id: "did.importLeftAsItIs", message: "Import left as it is" }),
  "roster/imports:undo": () => i18n.t({ id: "did.importTakenBack", message: "Import taken back" }),
  "roster/mappings:remember": () =>
    i18n.t({ id: "did.columnsOfARosterRemembered", message: "Columns of a roster remembered" }),
  "roster/rows:answer": () =>
    i18n.t({ id: "did.questionOfAnImportAnswered", message: "Question of an import answered" }),
  "status/episodes:enter": () => i18n.t({ id: "did.statusEntered", message: "Status entered" }),
  "status/episodes:change": () => i18n.t({ id: "did.statusChanged", message: "Status changed" }),
  "status/episodes:leave": () => i18n.t({ id: "did.statusEnded", message: "Status ended" }),
  "status/episodes:extend": () => i18n.t({ id: "did.statusExtended", message: "Status extended" }),
  "status/episodes:correct": () => i18n.t({ id: "did.statusCorrected", message: "Status corrected" }),
  "status/episodes:retract": () => i18n.t({ id: "did.statusTakenBack", message: "Status taken back" }),
  "status/evaluations:ask": () => i18n.t({ id: "did.evaluationAskedFor", message: "Evaluation asked for" }),
  "status/evaluations:begin": () => i18n.t({ id: "did.evaluationBegun", message: "Evaluation begun" }),
  "status/evaluations:stopClock": () =>
    i18n.t({ id: "did.clockOfAnEvaluationStopped", message: "Clock of an evaluation stopped" }),
  "status/evaluations:complete": () =>
    i18n.t({ id: "did.evaluationCompleted", message: "Evaluation completed" }),
  "status/evaluations:agreeNotNeeded": () =>
    i18n.t({ id: "did.noEvaluationNeededAsAgreed", message: "No evaluation needed, as agreed" }),
  "status/evaluations:retract": () =>
    i18n.t({ id: "did.evaluationTakenBack", message: "Evaluation taken back" }),
  "status/needs:declare": () => i18n.t({ id: "did.needsChanged", message: "Needs changed" }),
  "status/needs:correct": () => i18n.t({ id: "did.needsCorrected", message: "Needs corrected" }),
  "students/archiving:archive": () => i18n.t({ id: "did.recordArchived", message: "Record archived" }),
  "students/archiving:readmit": () => i18n.t({ id: "did.childTakenBack", message: "Child taken back" }),
  "students/bulk:assignCaseManager": () =>
    i18n.t({ id: "did.caseManagerAssignedToMany", message: "Case manager assigned to many" }),
  "students/bulk:recordExport": () =>
    i18n.t({ id: "did.rowsOfTheListDownloaded", message: "Rows of the list downloaded" }),
  "students/duplicates:dismiss": () =>
    i18n.t({ id: "did.twoRecordsKeptApart", message: "Two records kept apart" }),
  "students/enrolments:move": () =>
    i18n.t({ id: "did.schoolOrGradeChanged", message: "School or grade changed" }),
  "students/health:open": () =>
    i18n.t({ id: "did.medicalConsiderationsOpened", message: "Medical considerations opened" }),
  "students/health:edit": () =>
    i18n.t({ id: "did.medicalConsiderationsChanged", message: "Medical considerations changed" }),
  "students/learning:edit": () => i18n.t({ id: "did.recordChanged", message: "Record changed" }),
  "students/merges:start": () => i18n.t({ id: "did.twoRecordsJoined", message: "Two records joined" }),
  "students/merges:undo": () =>
    i18n.t({ id: "did.joinedRecordsSeparated", message: "Joined records separated" }),
  "students/profile:edit": () => i18n.t({ id: "did.recordChanged", message: "Record changed" }),
  "students/record:edit": () => i18n.t({ id: "did.recordChanged", message: "Record changed" }),
  "students/record:open": () => i18n.t({ id: "did.recordOpened", message: "Record opened" }),
  "students/students:add": () => i18n.t({ id: "did.studentAdded", message: "Student added" }),
  "students/team:add": () => i18n.t({ id: "did.personPutOnTheTeam", message: "Person put on the team" }),
  "students/team:end": () =>
    i18n.t({ id: "did.personTakenOffTheTeam", message: "Person taken off the team" }),
  "students/transfers:recordArrival": () =>
    i18n.t({ id: "did.arrivalFromAnotherSchoolRecorded", message: "Arrival from another school recorded" }),
  "students/transfers:noteRecords": () =>
    i18n.t({ id: "did.recordsOfAnotherSchoolNoted", message: "Records of another school noted" }),
  "students/transfers:recordDeparture": () =>
    i18n.t({ id: "did.departureToAnotherSchoolRecorded", message: "Departure to another school recorded" }),
  "students/views:save": () => i18n.t({ id: "did.listSaved", message: "List saved" }),
  "students/views:remove": () => i18n.t({ id: "did.savedListRemoved", message: "Saved list removed" }),
};

export const commandNames: readonly string[] = Object.keys(words);

/** "Goal added"; a command that this version does not know any longer stands for itself. */
export const commandInWords = (command: string): string => words[command]?.() ?? command;
