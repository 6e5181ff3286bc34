import { useLingui } from "@lingui/react";
import { ChangePassword } from "#src/features/auth/account/ChangePassword.tsx";
import { Devices } from "#src/features/auth/account/Devices.tsx";
import { LockAfter } from "#src/features/auth/account/LockAfter.tsx";
import { SecondFactor } from "#src/features/auth/account/SecondFactor.tsx";
import { Passkeys } from "#src/features/auth/passkeys/Passkeys.tsx";
import { useMe } from "#src/lib/me.ts";
import { InOrder } from "#src/ui/InOrder.tsx";
import { PageHeader } from "#src/ui/PageHeader.tsx";

/** What keeps my account mine. */
export function AccountPage() {
  const { i18n } = useLingui();
  const { me } = useMe();
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={i18n.t({ id: "account.security", message: "Account and security" })}
        below={<bdi>{me?.person.email}</bdi>}
      />
      <InOrder className="flex flex-col gap-6">
        <Devices />
        <Passkeys />
        <SecondFactor />
        <ChangePassword />
        <LockAfter />
      </InOrder>
    </div>
  );
}
