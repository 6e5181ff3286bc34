const names = ["SMTP_URL", "MAIL_FROM"];

/**
 * The mail server, handed on to the deployment as it stands in the environment. What is not named stays as it was set
 * last; an empty `SMTP_URL` switches mail off again.
 */
export const mailOf = (environment) =>
  Object.fromEntries(
    names.flatMap((name) => (environment[name] === undefined ? [] : [[name, environment[name]]])),
  );
