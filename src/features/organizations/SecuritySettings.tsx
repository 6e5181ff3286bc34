import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { CheckboxGroup } from "react-aria-components";
import { api } from "#convex/_generated/api.js";
import { useMe, useMyOrganization } from "#src/lib/me.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { type Role, roleName } from "#src/lib/words.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { Card } from "#src/ui/Card.tsx";
import { CheckboxField } from "#src/ui/CheckboxField.tsx";
import { SelectField } from "#src/ui/SelectField.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";

const roles = ["administrator", "caseManager", "teacher", "specialist", "guardian", "student"] as const;
const minuteChoices = [5, 10, 15, 30, 60, 120];

/** Who signs in with a second step, and when screens lock. Each choice is kept at once, and can be taken back. */
export function SecuritySettings() {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const { me, roles: mine } = useMe();
  const settings = useQuery(api.organizations.organizations.get, { organizationId })?.settings;
  const decide = useCommand(api.organizations.organizations.decide, {
    done: i18n.t({ id: "security.saved", message: "Saved for everybody in the organization" }),
    undo: (_, { settings: decided }) =>
      settings && void decide({ organizationId, settings: before(decided) }),
    optimistic: (store, { settings: decided }) => {
      const shown = store.getQuery(api.organizations.organizations.get, { organizationId });
      if (!shown) return;
      store.setQuery(
        api.organizations.organizations.get,
        { organizationId },
        { ...shown, settings: { ...shown.settings, ...decided } },
      );
    },
  });
  if (!settings) {
    return <SkeletonRows label={i18n.t({ id: "security.loading", message: "Loading the settings" })} />;
  }
  const { secondFactorRoles, lockAfterMinutes } = settings;
  const before = (decided: object) => ({
    ...("secondFactorRoles" in decided && { secondFactorRoles }),
    ...("lockAfterMinutes" in decided && { lockAfterMinutes }),
  });
  const minutes = (count: number) =>
    i18n.t({
      id: "lockAfter.minutes",
      message: "{count, plural, one {After # minute} other {After # minutes}}",
      values: { count },
    });
  const choices = [...new Set([...minuteChoices, lockAfterMinutes])].sort((a, b) => a - b);
  const isWithout = !me?.person.hasTwoFactors && mine.length > 0;
  return (
    <div className="flex max-w-2xl flex-col gap-6">
      <Card title={<Trans id="security.secondFactor" message="Second step at sign-in" />}>
        <p className="mb-3 max-w-prose text-ink-2">
          <Trans
            id="security.secondFactorExplanation"
            message="Whoever has one of these roles signs in with a passkey, or with a password and a code from an app. Those who have neither yet set it up the next time they open OpenIEP, and see nothing of the organization before."
          />
        </p>
        {isWithout && (
          <div className="mb-3">
            <Banner tone="attention">
              <Trans
                id="security.youToo"
                message="You have no second step yet yourself: if you choose a role that you have, you set yours up right away."
              />
            </Banner>
          </div>
        )}
        <CheckboxGroup
          aria-label={i18n.t({ id: "security.roles", message: "Roles that need a second step" })}
          value={secondFactorRoles}
          onChange={(chosen) =>
            void decide({ organizationId, settings: { secondFactorRoles: chosen as Role[] } })
          }
        >
          {roles.map((role) => (
            <CheckboxField key={role} value={role} label={roleName(role)} />
          ))}
        </CheckboxGroup>
      </Card>
      <Card title={<Trans id="security.lock" message="Screen lock" />}>
        <SelectField
          label={<Trans id="security.lockLabel" message="Lock a screen that nobody uses" />}
          hint={
            <Trans
              id="security.lockHint"
              message="Everybody may choose less for themselves, and nobody more."
            />
          }
          options={choices.map((count) => ({ id: String(count), label: minutes(count) }))}
          value={String(lockAfterMinutes)}
          onChange={(id) => void decide({ organizationId, settings: { lockAfterMinutes: Number(id) } })}
        />
      </Card>
    </div>
  );
}
