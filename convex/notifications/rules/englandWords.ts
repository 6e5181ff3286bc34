import type { MailLocale, Template } from "./mail";

type Words = Partial<Record<Template, { subject: string; body: string }>>;

const english: Words = {
  rightsExplained: {
    subject: "Notice from {organizationName}: rights pass to the young person",
    body: "Hello {name}. From {day}, when compulsory school age is over, the rights in special educational needs that parents hold are the young person’s: to ask for an assessment or a review, to say what they want in their plan, to ask for a school or college, and to disagree, by mediation or an appeal to the tribunal.\n\nParents stay involved as far as the young person wishes. Until then nothing changes. Call the school if you would like to talk about it.",
  },
  rightsTransferred: {
    subject: "Notice from {organizationName}: rights have passed to the young person",
    body: "Hello {name}. Since {day} the rights in special educational needs that parents held are the young person’s: it is they who ask, decide and disagree.\n\nParents stay involved as far as the young person wishes, and read the record as long as the law or the young person lets them. Call the school with any question.",
  },
};

const spanish: Words = {
  rightsExplained: {
    subject: "Aviso de {organizationName}: los derechos pasan al joven",
    body: "Hola, {name}. Desde el {day}, cuando termina la edad de escolarización obligatoria, los derechos sobre las necesidades educativas especiales que tienen los padres son del joven: pedir una evaluación o una revisión, decir qué quiere en su plan, pedir una escuela o un centro de estudios, y no estar de acuerdo, por mediación o con un recurso ante el tribunal.\n\nLos padres siguen participando en la medida en que el joven lo desee. Hasta entonces nada cambia. Llame a la escuela si quiere hablarlo.",
  },
  rightsTransferred: {
    subject: "Aviso de {organizationName}: los derechos han pasado al joven",
    body: "Hola, {name}. Desde el {day} los derechos sobre las necesidades educativas especiales que tenían los padres son del joven: es quien pide, decide y puede no estar de acuerdo.\n\nLos padres siguen participando en la medida en que el joven lo desee, y leen el expediente mientras la ley o el joven se lo permitan. Llame a la escuela si tiene alguna pregunta.",
  },
};

const arabic: Words = {
  rightsExplained: {
    subject: "إشعار من {organizationName}: الحقوق تنتقل إلى الشاب",
    body: "مرحبًا {name}. ابتداءً من {day}، حين تنتهي سن التعليم الإلزامي، تصبح الحقوق التي للوالدين في الاحتياجات التعليمية الخاصة حقوقًا للشاب أو الشابة: طلب تقييم أو مراجعة، والتعبير عمّا يريده في خطته، وطلب مدرسة أو كلية، والاعتراض بالوساطة أو بالاستئناف أمام المحكمة المختصة.\n\nويظل الوالدان مشاركَين بقدر ما يرغب الشاب أو الشابة. وحتى ذلك اليوم لا يتغير شيء. اتصل بالمدرسة إن أردت الحديث عن ذلك.",
  },
  rightsTransferred: {
    subject: "إشعار من {organizationName}: انتقلت الحقوق إلى الشاب",
    body: "مرحبًا {name}. منذ {day} أصبحت الحقوق التي كانت للوالدين في الاحتياجات التعليمية الخاصة حقوقًا للشاب أو الشابة: هو من يطلب ويقرر ويعترض.\n\nويظل الوالدان مشاركَين بقدر ما يرغب الشاب أو الشابة، ويقرآن السجل ما دام القانون أو الشاب نفسه يسمح لهما بذلك. اتصل بالمدرسة عند أي سؤال.",
  },
};

/**
 * What mails say otherwise in England, whose law gives other rights at another age: Children and Families Act 2014,
 * s.83(2); SEND Code of Practice 2015, 8.13 to 8.18.
 */
export const england: Record<MailLocale, Words> = { en: english, es: spanish, ar: arabic };
