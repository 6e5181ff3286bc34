import type { SampleRecord } from "../record";

const contact = { otherPhone: "", note: "" };

export const avaRecord: SampleRecord = {
  pronouns: "she/her",
  stateNumber: "CO-0000004408",
  byTheCaseManager: {
    languages: {
      home: "English, Spanish with her grandmother",
      correspondence: "English",
      interpreterNeeded: false,
      interpreterMode: "",
    },
    contacts: {
      contacts: [
        {
          ...contact,
          key: "1",
          name: "Yolanda Marchetti",
          relation: "Mother",
          phone: "555-0142",
          otherPhone: "555-0143 (work)",
          mayCollect: true,
        },
        {
          ...contact,
          key: "2",
          name: "Greg Marchetti",
          relation: "Father",
          phone: "555-0144",
          mayCollect: true,
        },
        {
          ...contact,
          key: "3",
          name: "Rosa Delgado",
          relation: "Grandmother, next door",
          phone: "555-0170",
          mayCollect: true,
          note: "Speaks Spanish; home after noon",
        },
      ],
    },
    transport: { mode: "schoolBus", route: "Bus 12, 7:35 at Linden and 4th", needs: "" },
  },
  health: {
    allergies: "Tree nuts. Carries an auto-injector; a second one is in the nurse's room.",
    emergency: "Give the auto-injector, call 911, then ring her mother.",
    clinician: "Dr. Imani Cole, Westbrook Family Practice",
  },
  byTheTeam: {
    learning: {
      interests: "Horses, baking with her grandmother, jokes",
      motivators: "Reading to a younger child; choosing the next book",
      helps: "Hearing a passage once before she reads it; short steps; time to answer",
      hinders: "Being asked to read aloud without warning",
    },
    accessibility: {
      textSize: "large",
      highContrast: false,
      readAloud: true,
      captions: false,
      aac: "",
      equipment: "Reading ruler",
    },
    adjustments: {
      adjustments: [
        { key: "1", text: "A seat near the board", setting: "Whole-class lessons" },
        { key: "2", text: "New words on a card before the lesson", setting: "Science, social studies" },
      ],
      section504: "",
    },
  },
  baselines: [
    {
      daysAgo: 190,
      what: "Words read correctly",
      value: "41",
      unit: "a minute",
      source: "Grade 3 passage, Ms. Okafor",
    },
    { daysAgo: 188, what: "Sounds said correctly, /r/", value: "30", unit: "%", source: "Mr. Lindqvist" },
  ],
};
