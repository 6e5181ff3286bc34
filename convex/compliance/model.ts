import type { Doc } from "../_generated/dataModel";
import { settingsOf } from "../organizations/rules/settings";
import type { Pack } from "./rules/pack";
import { packFor } from "./rules/packs";

type Deciding = Pick<Doc<"organizations">, "jurisdiction" | "settings">;

/** The rules that an organization goes by: its jurisdiction's, with what it has set for itself. */
export function packOf(organization: Deciding): Pack {
  return packFor(organization.jurisdiction, settingsOf(organization));
}
