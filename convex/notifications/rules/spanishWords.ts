import type { MailWords } from "./mail";

export const spanish: MailWords = {
  open: "Abrir OpenIEP",
  about: "Sobre",
  invitation: {
    subject: "{invitedByName} le invita a {organizationName} en OpenIEP",
    body: "{invitedByName} le ha invitado a unirse a {organizationName}.\n\nAbra el enlace para crear su cuenta. Se puede usar una sola vez, durante siete días.",
  },
  passwordReset: {
    subject: "Elija una contraseña nueva de OpenIEP",
    body: "Hola, {name}. Alguien, esperamos que usted, ha pedido una contraseña nueva.\n\nAbra el enlace en los próximos 30 minutos para elegirla. Si no fue usted, no haga nada: su contraseña sigue igual.",
  },
  passwordChanged: {
    subject: "Se cambió su contraseña de OpenIEP",
    body: "Hola, {name}. Su contraseña se acaba de cambiar. Si fue usted, no tiene que hacer nada.\n\nSi no fue usted, elija enseguida una nueva con «He olvidado mi contraseña» y avise a su administrador.",
  },
  secondFactorOff: {
    subject: "Se desactivó el segundo paso al iniciar sesión",
    body: "Hola, {name}. Para iniciar sesión en OpenIEP ahora solo se pide su contraseña.\n\nSi no fue usted quien desactivó el segundo paso, cambie su contraseña enseguida y avise a su administrador.",
  },
  passkeyAdded: {
    subject: "Se añadió una llave de acceso a su cuenta de OpenIEP",
    body: "Hola, {name}. Se acaba de añadir una llave de acceso con la que se puede iniciar sesión en su cuenta.\n\nSi no fue usted, abra el enlace, quítela, cambie su contraseña enseguida y avise a su administrador.",
  },
  passkeyRemoved: {
    subject: "Se quitó una llave de acceso de su cuenta de OpenIEP",
    body: "Hola, {name}. Con una llave de acceso ya no se puede iniciar sesión en su cuenta.\n\nSi no fue usted quien la quitó, cambie su contraseña enseguida y avise a su administrador.",
  },
  accountExists: {
    subject: "Usted ya tiene una cuenta de OpenIEP",
    body: "Hola, {name}. Alguien, quizá usted, ha intentado crear una cuenta con esta dirección.\n\nUsted ya tiene una: abra el enlace para iniciar sesión. Si no fue usted, no haga nada.",
  },
  rightsExplained: {
    subject: "Aviso de {organizationName}: los derechos pasan al estudiante",
    body: "Hola, {name}. El {day} los derechos que los padres tienen en educación especial pasan al estudiante: aceptar o no las evaluaciones y los servicios, formar parte del equipo y firmar el plan, leer el expediente, hacer corregir un error y no estar de acuerdo de manera formal.\n\nHasta entonces nada cambia. Llame a la escuela si quiere hablarlo.",
  },
  rightsTransferred: {
    subject: "Aviso de {organizationName}: los derechos han pasado al estudiante",
    body: "Hola, {name}. Desde el {day} los derechos que los padres tenían en educación especial son del estudiante.\n\nLos padres siguen recibiendo los avisos que la ley da a ambos. Leen el expediente si el estudiante está de acuerdo, o cuando la ley se lo permite. Llame a la escuela si tiene alguna pregunta.",
  },
  consentAsked: {
    subject: "{organizationName} le pregunta algo",
    body: "Hola, {name}. La escuela le pregunta si está de acuerdo con algo que tiene que ver con su hijo o hija. Nada ocurre hasta que usted responda.\n\nInicie sesión para leer de qué se trata. Puede decir sí o no, y retirar un sí más adelante. Llame a la escuela si prefiere hablarlo.",
  },
  recordRequestAnswered: {
    subject: "{organizationName} le ha respondido",
    body: "Hola, {name}. La escuela ha respondido a lo que usted pidió sobre el expediente.\n\nInicie sesión para leer la respuesta.",
  },
  consentAnswered: {
    subject: "Una familia ha respondido",
    body: "Hola, {name}. Una familia ha respondido a lo que se le preguntó en {organizationName}.\n\nInicie sesión para ver la respuesta.",
  },
  consentWithdrawn: {
    subject: "Una familia ha retirado un consentimiento",
    body: "Hola, {name}. Una familia ha retirado un consentimiento en {organizationName}. Lo que se basa en él debe detenerse.\n\nInicie sesión para ver qué hay que hacer ahora.",
  },
  recordRequested: {
    subject: "Una familia pregunta por un expediente",
    body: "Hola, {name}. Una familia ha preguntado por un expediente en {organizationName}. El plazo para responder empieza hoy.\n\nInicie sesión para ver qué se pidió y hasta cuándo.",
  },
  emergencyBegan: {
    subject: "Se está leyendo un expediente en una emergencia",
    body: "Hola, {name}. Alguien de {organizationName} ha abierto un expediente en una emergencia, sin formar parte del equipo.\n\nInicie sesión para ver quién y por qué, y para terminarlo si no debe ser.",
  },
  chainBroken: {
    subject: "El registro de auditoría no se verifica",
    body: "Hola, {name}. El registro de auditoría de {organizationName} no se verifica: una entrada fue cambiada o falta.\n\nInicie sesión y mírelo ahora.",
  },
};
