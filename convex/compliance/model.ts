import type { Doc } from "../_generated/dataModel";
import { settingsOf } from "../organizations/rules/settings";
import type { Pack } from "./rules/pack";
import { packFor } from "./rules/packs";

type Deciding = Pick<Doc<"organizations">, "jurisdiction" | "settings">;

/** The same for a child some of whose needs may be out of use here: what is recorded already may stay. */
export function packWith(organization: Deciding, recorded: readonly { code: string }[]): Pack {
  const settings = settingsOf(organization);
  const unusedNeeds = settings.unusedNeeds.filter((key) => !recorded.some(({ code }) => code === key));
  return packFor(organization.jurisdiction, { ...settings, unusedNeeds });
}

/** The rules that an organization goes by: its jurisdiction's, with what it has set for itself. */
export function packOf(organization: Deciding): Pack {
  return packFor(organization.jurisdiction, settingsOf(organization));
}
