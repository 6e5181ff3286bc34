/**
 * Whose English a page speaks. The sentences beside their use are written for the United States; what England calls
 * otherwise, because its law or its schools do, stands here, and how it writes a few words. Dates follow too: month
 * first there, day first here.
 */
type Jurisdiction = "us-federal" | "england";

/** How words are written wherever they stand: who goes to school in England is a pupil. */
const inEngland = (text: string): string =>
  text
    .replaceAll(/\b([Oo])rganization/g, "$1rganisation")
    .replaceAll(/\bStudent/g, "Pupil")
    .replaceAll(/\bstudent/g, "pupil");

/** By the id of the sentence; whatever is not here is said alike. A test holds the ids, and looks for words left over. */
const england: Record<string, string> = {
  "alert.rightsExplained": "A notice about the rights that come after compulsory school age: {name}.",
  "appointment.lead":
    "{name} goes on seeing the record and signing although the pupil is over compulsory school age. Choose the court’s paper; add it under Documents first if it is not there.",
  "calendar.termHint": "Such as “Autumn term 2026”.",
  "census.missingCategory": "No type of need",
  "census.missingNumber": "No UPN",
  "compare.schools": "School and year group, once joined",
  "did.noticeOfFullAgeGiven": "Notice of a young person’s rights given",
  "did.noticeOfFullAgeSent": "Notice of a young person’s rights sent",
  "did.schoolOrGradeChanged": "School or year group changed",
  "did.studentOfFullAgeAgreed": "Young person agreed who reads along",
  "did.whoDecidesAtFullAgeRecorded": "Who decides for a young person recorded",
  "destroy.stays":
    "The school may keep the name, the dates, the school and the year group for ever. You may need the record later: make a copy first.",
  "enrolment.acts": "Change the enrolment",
  "enrolment.move": "Change school or year group",
  "enrolment.moved": "Enrolment changed",
  "entry.moved": "Moved within the organisation",
  "entry.promoted": "New year group",
  "exit.moved": "Moved within the organisation",
  "exit.promoted": "New year group",
  "factor.behaviour": "Does the pupil’s behaviour get in the way of their learning or that of others?",
  "family.factor.behaviour": "Does behaviour get in the way of learning, for your child or others?",
  "family.specialFactors.meaning":
    "Five questions that every plan must answer, for example about behaviour, language, or devices that help.",
  "filter.anyGrade": "All year groups",
  "filter.enrolled": "Enrolment",
  "filter.grade": "Year group",
  "goalArea.behaviour": "Behaviour",
  "interventions.behaviour": "Behaviour",
  "need.DS": "Down’s syndrome",
  "outbox.lead": "Mail that was written here. In the sample nothing leaves this machine.",
  "print.grade": "Year group",
  "print.kind": "Plan of special educational provision",
  "home.due.transferRights": "Over compulsory school age: notify pupil and parents",
  "letters.title": "Letters about rights after compulsory school age",
  "problem.alreadyEnrolled": "The child is enrolled already. Change the school or the year group instead.",
  "problem.nothingMoves":
    "The child is at this school and in this year group on that day. Choose another school or year group.",
  "problem.notEnrolled": "The child is not enrolled on this day. Check the day, or enrol the child first.",
  "record.enrolment": "Enrolment",
  "recordType.behaviour": "Behaviour",
  "recordType.enrolment": "Schools and year groups",
  "report.allGrades": "All year groups",
  "report.byGrade": "By year group",
  "report.grade": "Year group",
  "retention.permanent": "Keep name, number, dates, school and year group",
  "retention.permanentHint": "Without the rest of the record.",
  "rights.agree": "To ask for an assessment or a review, and to be asked what they want",
  "rights.coming":
    "On {day} the rights that parents have in special educational needs pass to the young person.",
  "rights.disagree": "To disagree: by mediation or an appeal to the tribunal",
  "rights.passed":
    "Since {day} the rights that parents had in special educational needs are the young person’s own.",
  "rights.plan": "To take part in reviews, and to ask for a school or college in the plan",
  "rights.title": "Rights after compulsory school age",
  "roster.row.unknownGrade": "Your organisation has no such year group.",
  "retention.stays": "Name, number, dates, school and year group stay.",
  "retention.staysNot": "Name, number, dates, school and year group do not stay.",
  "settings.addGrade": "Add a year group",
  "settings.grades": "Year groups",
  "settings.gradesProblem": "Each year group needs a name and a code of its own.",
  "settings.jurisdictionHint":
    "Needs, status, year groups and deadlines are in this law’s words. It can be changed until the first pupil is enrolled.",
  "settings.jurisdictionSettled":
    "This cannot change any more: pupils are enrolled, and their needs, status and year groups are in this law’s words. For another law, begin a separate organisation.",
  "section.placeholder.presentLevels":
    "What can this pupil do now, in figures where there are any? How do their needs affect learning with others of the same age?",
  "service.noneAdvice":
    "Special educational provision and other support, each with how often, how long and where.",
  "section.transition": "Preparing for adulthood",
  "status.whoDecidedHint": "Such as “SENCO and parents, 12 March”.",
  "statusExit.transferred": "Moved to another authority",
  "student.needGrade": "Choose the year group.",
  "student.needHint":
    "The type of need as the census asks for it. It goes with SEN support or an EHC plan; leave it open until one of them begins.",
  "students.grade": "Year group",
  "teamRole.specialEducationTeacher": "SEN teacher or SENCO",
  "tolling.changedAgency": "The child moved to another authority; a day was agreed",
  "transfer.from": "From which school or authority",
  "transfer.to": "To which school or authority",
  "transport.specialBus": "Specialised bus",
};

export const englandIds: readonly string[] = Object.keys(england);

let spoken: Jurisdiction | null = null;

/** From now on the English of this jurisdiction; null before anybody belongs to an organization. */
export function adoptEnglish(jurisdiction: Jurisdiction | null): void {
  spoken = jurisdiction;
}

/** The sentences that are said otherwise. */
export const englishWords = (): Record<string, string> => (spoken === "england" ? england : {});

/** What is written in a sentence, as it is written where it is read. Values are no part of it: a name stays as it is. */
export const spell = (text: string): string => (spoken === "england" ? inEngland(text) : text);

/** The tag by which browsers know it. */
export const englishTag = (): string => (spoken === "england" ? "en-GB" : "en-US");
