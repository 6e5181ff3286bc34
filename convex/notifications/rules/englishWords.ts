import type { MailWords } from "./mail";

export const english: MailWords = {
  open: "Open OpenIEP",
  about: "About",
  invitation: {
    subject: "{invitedByName} invites you to {organizationName} on OpenIEP",
    body: "{invitedByName} has invited you to join {organizationName}.\n\nOpen the link to make your account. It can be used once, within seven days.",
  },
  passwordReset: {
    subject: "Choose a new OpenIEP password",
    body: "Hello {name}. Someone, we hope you, asked for a new password.\n\nOpen the link within 30 minutes to choose one. If it was not you, do nothing: your password stays as it is.",
  },
  passwordChanged: {
    subject: "Your OpenIEP password was changed",
    body: "Hello {name}. Your password was changed just now. If it was you, there is nothing to do.\n\nIf it was not, choose a new one at once with “I have forgotten my password”, and tell your administrator.",
  },
  secondFactorOff: {
    subject: "Your second step at sign-in was turned off",
    body: "Hello {name}. Signing in to OpenIEP now asks for your password only.\n\nIf it was not you who turned the second step off, change your password at once and tell your administrator.",
  },
  passkeyAdded: {
    subject: "A passkey was added to your OpenIEP account",
    body: "Hello {name}. A passkey that signs in to your account was added just now.\n\nIf it was not you, open the link, remove it, change your password at once and tell your administrator.",
  },
  passkeyRemoved: {
    subject: "A passkey was removed from your OpenIEP account",
    body: "Hello {name}. A passkey can no longer sign in to your account.\n\nIf it was not you who removed it, change your password at once and tell your administrator.",
  },
  accountExists: {
    subject: "You have an OpenIEP account already",
    body: "Hello {name}. Someone, perhaps you, tried to make an account with this address.\n\nYou have one: open the link to sign in. If it was not you, do nothing.",
  },
  rightsExplained: {
    subject: "Notice from {organizationName}: rights pass to the student",
    body: "Hello {name}. On {day} the rights in special education that parents hold pass to the student: to agree or not to evaluations and services, to be part of the team and sign the plan, to read the record, to have a mistake corrected, and to disagree formally.\n\nUntil then nothing changes. Call the school if you would like to talk about it.",
  },
  rightsTransferred: {
    subject: "Notice from {organizationName}: rights have passed to the student",
    body: "Hello {name}. Since {day} the rights in special education that parents held are the student’s.\n\nParents still receive the notices that the law gives to both. They read the record if the student agrees, or where the law lets them. Call the school with any question.",
  },
  consentAsked: {
    subject: "{organizationName} asks you something",
    body: "Hello {name}. The school asks whether you agree to something that concerns your child. Nothing happens until you have answered.\n\nSign in to read what it is. You may say yes or no, and take a yes back later. Call the school if you would rather talk about it.",
  },
  recordRequestAnswered: {
    subject: "{organizationName} has answered you",
    body: "Hello {name}. The school has answered what you asked about the record.\n\nSign in to read the answer.",
  },
  consentAnswered: {
    subject: "A family has answered",
    body: "Hello {name}. A family has answered what it was asked at {organizationName}.\n\nSign in to see the answer.",
  },
  consentWithdrawn: {
    subject: "A family took a consent back",
    body: "Hello {name}. A family has taken a consent back at {organizationName}. What rests on it must stop.\n\nSign in to see what has to be done now.",
  },
  recordRequested: {
    subject: "A family asks about a record",
    body: "Hello {name}. A family has asked about a record at {organizationName}. The time to answer runs from today.\n\nSign in to see what was asked and by when.",
  },
  emergencyBegan: {
    subject: "A record is being read in an emergency",
    body: "Hello {name}. Somebody at {organizationName} has opened a record in an emergency, without being on the team.\n\nSign in to see who and why, and to end it if it should not be.",
  },
  chainBroken: {
    subject: "The audit trail does not verify",
    body: "Hello {name}. The audit trail of {organizationName} does not verify: an entry was changed or is missing.\n\nSign in and look at it now.",
  },
};
