import { i18n } from "@lingui/core";

/** Why a provider's page led back without a session, from the word that it left in the address. */
export function providerProblem(error: string): string {
  switch (error) {
    case "not_invited":
      return i18n.t({
        id: "providers.notInvited",
        message:
          "No school here has invited the address of that account. Open the invitation link that your school sent you.",
      });
    case "account_not_linked":
      return i18n.t({
        id: "providers.notLinked",
        message:
          "There is an account with that address, and nobody has proven yet that the address is yours. Choose a new password by mail once; from then on this way works too.",
      });
    default:
      return i18n.t({
        id: "providers.failed",
        message: "Signing in there did not work. Try again, or use your password.",
      });
  }
}
