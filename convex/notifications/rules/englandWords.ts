import type { Template } from "./mail";

/**
 * What English mails say otherwise in England, whose law gives other rights at another age: Children and Families Act
 * 2014, s.83(2); SEND Code of Practice 2015, 8.13 to 8.18.
 */
export const england: Partial<Record<Template, { subject: string; body: string }>> = {
  rightsExplained: {
    subject: "Notice from {organizationName}: rights pass to the young person",
    body: "Hello {name}. From {day}, when compulsory school age is over, the rights in special educational needs that parents hold are the young person’s: to ask for an assessment or a review, to say what they want in their plan, to ask for a school or college, and to disagree, by mediation or an appeal to the tribunal.\n\nParents stay involved as far as the young person wishes. Until then nothing changes. Call the school if you would like to talk about it.",
  },
  rightsTransferred: {
    subject: "Notice from {organizationName}: rights have passed to the young person",
    body: "Hello {name}. Since {day} the rights in special educational needs that parents held are the young person’s: it is they who ask, decide and disagree.\n\nParents stay involved as far as the young person wishes, and read the record as long as the law or the young person lets them. Call the school with any question.",
  },
};
