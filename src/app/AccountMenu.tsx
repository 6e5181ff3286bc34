import { useLingui } from "@lingui/react";
import { Keyboard, LogOut, Settings2, ShieldCheck, UserRound } from "lucide-react";
import { Button } from "react-aria-components";
import { useMe } from "#src/lib/me.ts";
import { paths } from "#src/lib/paths.ts";
import { signOut } from "#src/lib/signOut.ts";
import { Avatar } from "#src/ui/Avatar.tsx";
import { Menu, MenuItem, MenuSeparator } from "#src/ui/Menu.tsx";

/** My own things: preferences, shortcuts, sign-out. */
export function AccountMenu({ onShowShortcuts }: { onShowShortcuts?: (() => void) | undefined }) {
  const { i18n } = useLingui();
  const { me } = useMe();
  if (!me) return null;
  const label = i18n.t({
    id: "account.menu",
    message: "Account of {name}",
    values: { name: me.person.name },
  });
  return (
    <Menu
      label={label}
      trigger={
        <Button
          aria-label={label}
          className="target flex items-center justify-center rounded-full hover:opacity-85"
        >
          <Avatar person={me.person} size={32} />
        </Button>
      }
    >
      <MenuItem icon={Settings2} href={paths.preferences}>
        {i18n.t({ id: "account.preferences", message: "Preferences" })}
      </MenuItem>
      <MenuItem icon={ShieldCheck} href={paths.account}>
        {i18n.t({ id: "account.security", message: "Account and security" })}
      </MenuItem>
      {onShowShortcuts !== undefined && (
        <MenuItem icon={Keyboard} onAction={onShowShortcuts}>
          {i18n.t({ id: "account.shortcuts", message: "Keyboard shortcuts" })}
        </MenuItem>
      )}
      {onShowShortcuts !== undefined && me.children.length > 0 && (
        <MenuItem icon={UserRound} href={paths.child(me.children[0]?.studentId ?? "")}>
          {i18n.t({ id: "account.myChildren", message: "My child’s page" })}
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuItem icon={LogOut} onAction={() => void signOut()}>
        {i18n.t({ id: "account.signOut", message: "Sign out" })}
      </MenuItem>
    </Menu>
  );
}
