import type { SampleChild } from "../child";
import { parentConcerns, strengthsAndVoice } from "./family";
import { avaGoals } from "./goals";
import { presentLevels } from "./presentLevels";
import { accommodationsText, goalsText, servicesText } from "./provision";
import { avaRecord } from "./record";
import { avaStory } from "./story";

/** The child whose plan is written out in full: in effect and shared, with an amendment being drafted. */
export const ava: SampleChild = {
  number: "WC-2031",
  firstName: "Ava",
  lastName: "Marchetti",
  gradeLevel: "3",
  age: [8, 140],
  school: "elementary",
  needs: ["specificLearningDisability", "speechOrLanguageImpairment"],
  caseManager: "hawthorne",
  team: ["hawthorne", "okafor", "lindqvist", "bracken"],
  guardians: [
    { key: "yolanda", relationship: "mother" },
    { key: "greg", relationship: "father" },
  ],
  record: avaRecord,
  story: avaStory,
  enrolledSince: 1150,
  plans: [
    {
      title: "Annual plan",
      status: "inEffect",
      startsIn: -180,
      meetingIn: -187,
      shared: true,
      sections: {
        presentLevels: { text: presentLevels, state: "ready" },
        parentConcerns: { text: parentConcerns, state: "ready" },
        strengthsAndVoice: { text: strengthsAndVoice, state: "ready" },
        specialFactors: { state: "ready" },
        goals: { text: goalsText, state: "ready" },
        services: { text: servicesText, state: "ready" },
        accommodations: { text: accommodationsText, state: "ready" },
        transition: { state: "notNeeded" },
      },
      goals: avaGoals,
      services: [
        {
          kind: "Specialized reading instruction",
          frequency: { times: 5, per: "week" },
          minutes: 45,
          location: "Resource room, groups of three or fewer",
          providerRole: "Special education teacher",
        },
        {
          kind: "Specialized instruction in writing and mathematics",
          frequency: { times: 3, per: "week" },
          minutes: 30,
          location: "General education classroom",
          providerRole: "Special education teacher",
        },
        {
          kind: "Speech-language therapy",
          frequency: { times: 2, per: "week" },
          minutes: 30,
          location: "Therapy room; every third session in the classroom",
          providerRole: "Speech-language pathologist",
        },
        {
          kind: "Counseling",
          frequency: { times: 1, per: "month" },
          minutes: 30,
          location: "Counseling office",
          providerRole: "School counselor",
        },
        {
          kind: "Assistive technology training for Ava, her teachers and her parents",
          frequency: { times: 3, per: "year" },
          minutes: 60,
          location: "Resource room and home",
          providerRole: "Assistive technology specialist",
        },
        {
          kind: "Extended school year: reading",
          frequency: { times: 3, per: "week" },
          minutes: 60,
          location: "Cottonwood Elementary, five weeks of the long break",
          providerRole: "Special education teacher",
        },
      ],
      accommodations: [
        {
          category: "Presentation",
          text: "Text-to-speech or a person reading aloud, for texts and directions in every subject where reading itself is not what is being learned.",
          setting: "All lessons, homework",
        },
        {
          category: "Presentation",
          text: "A preview, the day before, of anything that Ava will be asked to read aloud; no unprepared reading aloud to the class.",
          setting: "All lessons",
        },
        {
          category: "Response",
          text: "Speech-to-text or dictation for first drafts longer than three sentences; a graphic organizer with one box for each part.",
          setting: "Writing in all subjects",
        },
        {
          category: "Response",
          text: "Thirty seconds to prepare an answer with a partner before she is called on.",
          setting: "Class discussion",
        },
        {
          category: "Timing",
          text: "Time and a half for tasks that are read or written; a break of five minutes on request with the break card.",
          setting: "Lessons, class tests, district and state assessments",
        },
        {
          category: "Setting",
          text: "A small group or a quiet place for tests that are read.",
          setting: "Class tests, district and state assessments",
        },
        {
          category: "Materials",
          text: "A slanted writing surface, wide-lined paper, and a card under the line that is being read.",
          setting: "All lessons",
        },
        {
          category: "Homework",
          text: "Homework that takes twenty minutes and that she can do by herself with audio; a parent’s note is enough to stop there.",
          setting: "Home",
        },
      ],
      factors: {
        behaviour: {
          applies: false,
          explanation:
            "Ava’s behavior does not impede her learning or that of others. She avoids reading tasks that are too hard for her; the team addresses the cause through instruction, through the level of the texts she is given, and through goal 5, and will look again if it does not fade.",
        },
        limitedEnglish: {
          applies: false,
          explanation: "English is Ava’s first language and the language of her home.",
        },
        braille: {
          applies: false,
          explanation: "Ava is neither blind nor visually impaired. Her vision is corrected by glasses.",
        },
        communication: {
          applies: true,
          explanation:
            "Ava has a language impairment that affects her expressive vocabulary and her accounts of events. She is not deaf or hard of hearing. Her needs are addressed through speech-language therapy, goal 3, time to prepare answers, and picture cues that are faded as she no longer needs them.",
        },
        assistiveTechnology: {
          applies: true,
          explanation:
            "Ava needs text-to-speech for access to texts of her grade and speech-to-text for first drafts, in school and at home. The district provides the device and the software at no cost to the family, and trains Ava, her teachers and her parents. She also uses a reading card, wide-lined paper and a slanted surface.",
        },
      },
    },
    {
      title: "Amendment: more reading time",
      status: "draft",
      startsIn: 10,
      meetingIn: 6,
      amends: true,
      shared: false,
      sections: {
        presentLevels: { state: "inProgress" },
        services: { state: "inProgress" },
      },
      goals: [],
      services: [],
      accommodations: [],
      factors: {},
    },
  ],
};
