import { type Block, heading, led, list, numbered, p } from "../prose";

export const goalsText: Block[] = [
  heading("How progress is measured and when it is reported"),
  p(
    "Each goal below names its own measure, how often it is taken and by whom. Oral reading is measured every week with a passage that Ava has not seen, read for one minute under the same conditions; the other goals are measured every week or every second week, as each of them says. Measurements are written down on the day on which they are taken and can be seen by the team and by Ava’s parents at once.",
  ),
  p(
    "Written progress reports go home with every report card, four times a year. Each report says for every goal where Ava stands, whether the rate of her growth is enough to reach the goal by the end of the plan, and what will change if it is not. If it is not, the team meets; it does not wait for the annual review.",
  ),
  heading("How the team decides"),
  numbered(
    "No decision is made from fewer than six measurements after the baseline.",
    "If the last four measurements all lie below the aim line, the team considers a change of instruction: more time, a smaller group, another method, or another level of text.",
    "If the last four all lie above it, the team considers a higher goal.",
    "Because four in a row can happen by chance, the team looks at the trend over at least ten measurements, and at how the instruction was delivered, before it changes anything.",
  ),
];

export const servicesText: Block[] = [
  heading("Why these services"),
  p(
    "Ava’s reading requires instruction that is explicit, cumulative and practiced to fluency, in a group small enough for her errors to be corrected as they happen. Programs of this kind, with systematic phonics and repeated reading with feedback, are supported by peer-reviewed research for children with her pattern of strengths and needs. The team considered continuing the general education reading intervention of thirty minutes on three days a week, and rejected it: Ava took part in 92% of its sessions over twenty weeks and gained less than half a word per minute a week. The team also considered a full-time special class, and rejected it because Ava learns the content of the third grade well in her own classroom.",
  ),
  p(
    "Reading instruction is given in the resource room, because it needs quiet and because Ava prefers to practice in private. Support in mathematics and writing is given within her classroom. Speech-language therapy takes place in a small group, with one session in three in the classroom, so that what is practiced is used where it is needed.",
  ),
  heading("Supplementary aids, and supports for the adults who teach Ava"),
  list(
    "The special education teacher and the classroom teacher plan together for thirty minutes every second week, and adapt the texts of the coming two weeks.",
    "The classroom teacher and the aide are shown how to cue a vowel silently and how to respond to a reading error; the special education teacher observes both once in each quarter and gives feedback.",
    "The district’s assistive technology specialist sets up text-to-speech and speech-to-text on Ava’s device and teaches Ava, her teachers and her parents to use them, in two sessions at the start of the plan and one at mid-year.",
    "The counselor meets Ava once a month, and consults with her teachers on how to answer when she says that she is bad at reading.",
  ),
  heading("Extended school year"),
  p(
    "The team looked at Ava’s reading before and after the last long break. Her rate fell by nine words and took seven weeks to return, which is longer than the break itself. The team therefore finds that she needs extended school year services in reading, three hours a week for five weeks, so that what she has gained is not lost. These services are described with the others below.",
  ),
  heading("Placement and time with other children"),
  p(
    "Ava is in her general education classroom, with children who have no disabilities, for 84% of the school week. She is outside it for reading instruction and for most of her speech-language therapy, because the pace, the repetition and the immediate correction that she needs cannot be given in the classroom without taking her from its lessons, and because she herself asks to practice reading where others do not hear her. She takes part in all specials, lunch, recess, field trips, assemblies and after-school activities with the other children, with the accommodations of this plan where they are needed.",
  ),
  led(
    "Options considered:",
    "general education with accommodations only (rejected: twenty weeks of data show that access without instruction does not change her decoding); instruction in the classroom only (tried for six weeks, rejected for noise and at Ava’s wish); the placement described here (chosen); a special class for most of the day (rejected as more restrictive than she needs).",
  ),
  led("Transportation:", "Ava rides the general education bus. No special transportation is needed."),
  led("Physical education:", "Ava takes part in general physical education without modifications."),
];

export const accommodationsText: Block[] = [
  heading("How the accommodations are used"),
  p(
    "The accommodations below give Ava access to what is taught and let her show what she knows. They do not lower what is expected of her. Each is used in daily instruction before it is used in a test, and Ava may decline one; her teachers note when she does, so that the team can see which of them she has outgrown.",
  ),
  heading("State and district assessments"),
  p(
    "Ava takes the regular state and district assessments of her grade. In mathematics, science and writing the items and passages are read to her by text-to-speech. In the reading assessment the directions, the questions and the answer choices may be read to her, and the passages may not, because what is measured there is reading; she takes it in a small group, over two sessions, with breaks and with time and a half. Her writing may be typed, with spelling aids switched off where spelling is scored. She does not take an alternate assessment, and so this plan needs no short-term objectives.",
  ),
  heading("Who does what"),
  list(
    "Every adult who teaches Ava receives the list of accommodations and signs that it was read; the case manager explains it in person in the first week.",
    "The special education teacher prepares audio versions and organizers two weeks ahead.",
    "The classroom teacher sees to extra time and to the preview of anything that Ava is to read aloud.",
    "Substitute teachers find a one-page summary in the classroom’s plan folder.",
  ),
];
