import { Button, Menu, useMantineColorScheme } from "@mantine/core";
import { mayRetain } from "../core/audit";
import { mayDoTasks } from "../core/tasks";
import { api } from "../wire/api";
import type { Me } from "../wire/http";

interface Props {
  readonly me: Me;
  /// Where else this person may go from here.
  readonly others: readonly { readonly label: string; readonly go: () => void }[];
  readonly shortcuts: (() => void) | null;
  readonly logOut: () => void;
  /// What the last item says; "Log out" when nothing is given.
  readonly logOutLabel?: string;
}

/// The person's own menu: theme, other page, log out.
export function TopMenu({ me, others, shortcuts, logOut, logOutLabel }: Props) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" size="xs" aria-label={`Menu of ${me.agent.name}`}>
          <span className="menu-name">{me.agent.name}</span>
          <span className="menu-word">Menu</span>&nbsp;▾
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {others.map(({ label, go }) => (
          <Menu.Item key={label} onClick={go}>
            {label}
          </Menu.Item>
        ))}
        {mayDoTasks(me.agent.roles) && window.location.hash !== "#/tasks" ? (
          <Menu.Item component="a" href="#/tasks">
            Tasks
          </Menu.Item>
        ) : null}
        {mayRetain(me.agent.roles) && window.location.hash !== "#/records" ? (
          <Menu.Item component="a" href="#/records">
            Records
          </Menu.Item>
        ) : null}
        {shortcuts === null ? null : (
          <Menu.Item onClick={shortcuts} rightSection={<kbd>?</kbd>}>
            Keyboard
          </Menu.Item>
        )}
        <Menu.Label>Appearance</Menu.Label>
        {(["light", "dark", "auto"] as const).map((scheme) => (
          <Menu.Item
            key={scheme}
            onClick={() => setColorScheme(scheme)}
            rightSection={colorScheme === scheme ? "✓" : null}
          >
            {{ light: "Light", dark: "Dark", auto: "Match system" }[scheme]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={logOut}>{logOutLabel ?? "Log out"}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/// Ends the session, whatever the server answers: the page forgets either way.
export async function endSession(me: Me, loggedOut: () => void): Promise<void> {
  await api.logOut(me.csrf);
  loggedOut();
}
