import { type Block, heading, led, list, p, subheading } from "../prose";

export const presentLevels: Block[] = [
  heading("How this picture was put together"),
  p(
    "This section draws on the most recent psycho-educational and speech-language evaluations, the benchmark assessments that all students of Cottonwood Elementary take three times a year, weekly progress monitoring by the special education teacher, two classroom observations of forty minutes each, work samples in reading, writing and mathematics, and conversations with Ava, her parents and the four adults who teach her most. Where a score is given, so is the measure it comes from, so that the same measure can be taken again and compared.",
  ),
  p(
    "Ava is eight years old and in the third grade. She is eligible for special education as a child with a specific learning disability in basic reading skill and reading fluency, and receives speech-language therapy as a related service for a language impairment that affects expressive vocabulary and the retelling of events. English is the language of the home. Vision and hearing screenings were passed at the start of the year; her glasses, prescribed for reading, were checked six months ago.",
  ),
  heading("Academic achievement: reading"),
  subheading("Phonological awareness and phonics"),
  p(
    "Ava blends and segments words of three and four sounds without hesitation and deletes a first or last sound correctly in nine of ten trials. Manipulating a sound inside a blend (“say crust without the s”) is still hard for her; she was right in three of ten trials. She knows the sounds of all single consonants, the short vowels, and the common digraphs sh, ch, th and wh. On a decoding inventory she read 92% of closed-syllable words, 74% of words with a silent e, 48% of words with vowel teams and 31% of two-syllable words correctly. Her errors are consistent: she reads the first and last letters accurately and guesses the vowel between them from the shape of the word, so that “board” becomes “bird” and “stream” becomes “storm”.",
  ),
  p(
    "When she is asked to look again and to say the vowel first, she corrects about half of these errors by herself. This is the strategy that her teachers have begun to cue silently, by touching the card under the vowel, and it is the reason for the emphasis on vowel teams and syllable types in her first goal.",
  ),
  subheading("Fluency"),
  p(
    "On grade-level oral reading passages Ava read a median of 40 words correct per minute over three passages when this plan was agreed, with 88% accuracy. For comparison, the 2017 compiled norms of Hasbrouck and Tindal place the middle of her grade at 83 words in the fall and 112 in the spring; 40 words lies at the tenth percentile of the fall window. On passages one grade lower she read 58 words correct per minute with 94% accuracy, which is the level at which she practices. Her reading is word by word; she pauses at the ends of lines rather than at the ends of sentences, and her voice does not yet show where a question or a quotation is.",
  ),
  p(
    "A single passage is a rough measure: the same child on the same day can differ by ten words from one passage to the next. Her progress is therefore judged from weekly passages by a trend over at least ten of them, and no decision in this plan rests on one score.",
  ),
  subheading("Comprehension and vocabulary"),
  p(
    "Listening to a grade-level text read aloud, Ava answers literal questions as well as her classmates do (eight of ten) and inferential questions nearly as well (six of ten). Reading the same kind of text herself, she answers five of ten literal and two of ten inferential questions. The distance between the two tells the team that decoding and fluency, not understanding, are what holds her back, and that she must not be kept from the ideas of the third-grade curriculum while her reading catches up. Audio versions and partner reading are therefore in this plan as accommodations in every subject that is taught through text.",
  ),
  heading("Academic achievement: writing"),
  p(
    "Ava has much to say and writes little of it down. In a five-minute timed sample she wrote 21 words, of which 14 were spelled correctly, in 9 correct word sequences; the middle of her class wrote 41 words with 30 correct sequences. Dictating the same kind of story to an adult she produced 96 words with a beginning, a problem and an ending. Her spelling is phonetic for short words (“sed”, “wuz”) and breaks down in longer ones, where she writes the first sound and then letters that do not stand for the rest. She uses capital letters at the start of about half of her sentences and end punctuation in a third of them.",
  ),
  p(
    "Her handwriting is legible, large and slow. She holds the pencil with four fingers and tires after about ten minutes; the occupational therapist screened her and found fine-motor skills within the average range, and recommended a slanted surface, short writing periods and early keyboarding rather than therapy. With a graphic organizer that has one box for each part of the story, and with speech-to-text for the first draft, she wrote an 84-word narrative that her teacher rated 3 of 4 on the class rubric for ideas and 2 of 4 for conventions.",
  ),
  heading("Academic achievement: mathematics"),
  p(
    "Mathematics is a relative strength. Ava understands place value to the thousands, adds and subtracts within 1,000 with regrouping (18 of 20 correct), and explains multiplication as equal groups with drawings. On the district benchmark she scored at the 45th percentile when the items were read aloud and at the 19th when she read them herself. She knows the multiplication facts for 2, 5 and 10 at once and derives others by skip counting, which is accurate and slow. Word problems of two steps are difficult for her for two reasons that need to be told apart: reading the problem, which is solved by reading it aloud to her, and holding the first result in mind while finding the second, which is not. The sixth goal addresses the second.",
  ),
  heading("Communication"),
  p(
    "The speech-language evaluation found receptive language in the low average range (standard score 88) and expressive language below average (standard score 78), with particular difficulty in naming, in defining words and in telling what happened in order. Her articulation is clear, and her voice and fluency of speech are typical. In conversation she uses general words (“that thing”, “the stuff”) where a specific one is wanted, and when a listener does not understand she tends to give up with “never mind” rather than say it another way. In a language sample of a hundred utterances she gave a complete account of a past event (who, where, what happened, how it ended) in one of five attempts, and in three of five when she was shown four picture cues.",
  ),
  p(
    "This matters beyond the therapy room. In group work Ava often knows the answer and does not get it said in time; in two observed science lessons she raised her hand twice and lowered it again once before she was called on. When her teacher gave the class thirty seconds to prepare an answer with a partner, she spoke in front of the class three times in one lesson.",
  ),
  heading("Functional performance"),
  led(
    "Attention and work habits.",
    "In interval recordings of twenty minutes Ava was engaged with her work in 86% of intervals in mathematics and 61% in independent reading; the class average was 84% and 82%. Off-task behavior during reading consists of looking around, sharpening pencils and asking to leave the room. It disappears when the text is at the level she can read or when she listens to it, and the team sees it as a way of avoiding a task that is too hard, not as a problem of attention.",
  ),
  led(
    "Social and emotional functioning.",
    "Ava has two close friends, joins games at recess without help and is described by her classmates as funny and fair. On a self-rating of feelings about school she chose the lowest of five faces for “reading out loud” and “when people wait for me”, and the highest for art, science and lunch. She has begun to say “I’m the bad reader” to adults. Her counselor and her parents take this seriously, and her fifth goal asks her to say what she needs before she gives up.",
  ),
  led(
    "Independence and self-care.",
    "She manages her belongings, the cafeteria and the change between rooms as other third graders do. She packs her own bag with a picture checklist. She needs no support with personal care.",
  ),
  led(
    "Health and motor skills.",
    "Gross-motor skills are typical. She wears glasses for reading. She has seasonal allergies, for which the nurse keeps an antihistamine with a current authorization. Neither affects her education.",
  ),
  heading("Effect on involvement and progress in the general curriculum"),
  p(
    "Ava’s difficulty in decoding and in reading with fluency limits her access to every third-grade subject in which new content is met in print: reading and writing throughout the day, science and social studies texts, and word problems in mathematics. Her language impairment limits how much of what she knows she can show in discussion and in writing. With text read aloud, extra time to answer, and instruction in the skills that she is missing, she takes part in grade-level lessons and understands their content. Without them she would fall further behind not because she cannot learn the content, but because she could not reach it.",
  ),
  heading("Needs that this plan addresses"),
  list(
    "Accurate decoding of vowel teams and of words of two syllables (goal 2; specialized reading instruction).",
    "Fluent oral reading of connected text (goal 1; specialized reading instruction; accommodations for access until fluency is there).",
    "Telling and writing about events in order, with specific words (goals 3 and 4; speech-language therapy; graphic organizers).",
    "Asking for help or for another way to show what she knows (goal 5; consultation with the counselor).",
    "Keeping track of the steps of a problem (goal 6; specialized instruction in mathematics within the classroom).",
    "Access to grade-level content in print (accommodations in all subjects and in assessments).",
  ),
];
