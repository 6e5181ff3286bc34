import { type Block, heading, led, list, p, quote } from "../prose";

export const parentConcerns: Block[] = [
  heading("What Ava’s parents want the team to know"),
  p(
    "Ms. and Mr. Marchetti came to the meeting together and had sent a page of notes the week before, which the team read aloud at the start. They asked that their words be kept as they were.",
  ),
  quote(
    "She used to run to the car after school and now she walks. We do not want her to think that she is less than the others. She is the one at home who knows how everything works, and she cannot read the instructions.",
  ),
  p(
    "Their first concern is Ava’s confidence. She has begun to avoid reading at home, including books that she loved being read to from, and twice in the past month she had a stomach ache on the morning of a reading test. They would like reading practice to be private where it can be, they do not want her to be asked to read aloud to the class unprepared, and they ask that she hear about what she does well in the same conversation in which she hears about what is hard.",
  ),
  p(
    "Their second concern is time. They have seen three years of reading groups and a great deal of effort for what seems to them a small gain, and they asked directly whether she will catch up. The special education teacher showed them the chart of weekly passages and explained what rate of growth the goal asks for, what is usual, and how the team will notice within weeks, not at the end of the year, if the instruction is not working. The parents asked to see that chart themselves, and the team agreed to share it with them as it is updated.",
  ),
  heading("Homework, evenings and what helps at home"),
  p(
    "Homework takes Ava between forty and ninety minutes, most of it reading. Ms. Marchetti works evenings on three days of the week, so that Mr. Marchetti or Ava’s older cousin helps on those days. The parents asked for homework that Ava can do by herself in twenty minutes, with the text in audio, and for one short note a week instead of daily messages. They read to both children every night and mean to go on, whatever the goals say.",
  ),
  list(
    "What helps at home: starting with something easy, sitting beside her rather than across from her, stopping before she is tired, and letting her explain a thing with her hands or a drawing first.",
    "What does not help: “sound it out” said more than once, timing her where she can see the clock, and comparing her with her brother.",
  ),
  heading("Questions that the parents asked, and what was agreed"),
  led(
    "Will she miss science or art for reading instruction?",
    "No. Specialized reading instruction takes the place of the independent reading block and of one study period a week. Science and art were named by Ava and by her parents as what she looks forward to, and the schedule protects them.",
  ),
  led(
    "Should she be tested for dyslexia?",
    "The evaluation describes a pattern of weak phonological awareness, inaccurate decoding and slow reading beside average reasoning. The school psychologist explained that this pattern is what the word dyslexia describes, that the team has no objection to using the word, and that the eligibility category of specific learning disability already entitles Ava to the instruction that the pattern calls for. The parents prefer that the word be used, and with their agreement it is used with Ava too.",
  ),
  led(
    "What can we ask for if this is not enough?",
    "The parents may ask for a meeting of the team at any time. The team named the point at which it will come together by itself: if the last four weekly passages lie below the aim line, after at least six, the case manager calls a meeting within ten school days.",
  ),
  led(
    "Who sees this plan?",
    "The adults on Ava’s team, each of whom is told what the plan asks of them, and the district’s special education office. The parents receive a copy without asking for it, and may bring anyone they like to the meetings.",
  ),
];

export const strengthsAndVoice: Block[] = [
  heading("What Ava does well"),
  p(
    "Ava notices how things are made. In a unit on bridges she built the only model of her class that held the whole bag of sand, and explained with a drawing why the triangles mattered. Her teacher describes her as the student whom others ask when something is broken. She reasons well from pictures, diagrams and things that she can hold, remembers what she has heard in great detail, and stays with a practical task far longer than most children of her age.",
  ),
  list(
    "She listens closely and remembers: a week after hearing a chapter of a science text she recalled eleven of its twelve main ideas.",
    "She draws to think, and her drawings make sense to others.",
    "She is kind to younger children and has been a reading buddy for a kindergarten class, where she tells stories from the pictures.",
    "She has a dry sense of humor, and uses it to make others feel better.",
    "She works hard when she can see what the work is for.",
  ),
  heading("In Ava’s words"),
  p(
    "Ava prepared for the meeting with her case manager, chose what to say, and came for the first twenty minutes with a poster that she had made. These are her answers, written down as she gave them.",
  ),
  led(
    "What are you good at?",
    "“Building. And remembering stuff people said. And animals, I know a lot about animals.”",
  ),
  led(
    "What is hard?",
    "“When the words are long I forget the start of it. And then everybody is done and I’m not done.”",
  ),
  led(
    "What helps you?",
    "“When I can hear it first. When Mr. Okafor does the thing with the card and doesn’t say anything. When I get to practice it before.”",
  ),
  led("What should grown-ups stop doing?", "“Saying it’s easy. If it was easy I’d do it.”"),
  led(
    "What do you want to be able to do by the end of the year?",
    "“Read the whole otter book to my cousin. By myself, with the voices.”",
  ),
  heading("Interests and hopes"),
  p(
    "Ava wants to be someone who fixes animals or someone who builds aquariums, “or both”. She is learning the names of river animals and keeps a notebook of drawings with labels that she spells as she likes. Her parents hope that she will keep her curiosity, that she will read for herself what she wants to know, and that school will become a place to which she goes gladly again. The team took the otter book as the picture of what her first goal is for.",
  ),
  heading("How Ava takes part in her own plan"),
  list(
    "She sees her own chart every Friday, colors in the week’s point, and says in one sentence what helped.",
    "She chooses the topic of every second practice passage.",
    "She decides with her teacher which of her accommodations she uses in a lesson, and may say no to any of them.",
    "She is invited to every meeting about her plan, for as much of it as she likes.",
  ),
];
