import { Button, Menu } from "@mantine/core";
import { intentsAllowed, onCall, pauseLabel, pauseReasons } from "../core/agent";
import { isDeaf } from "../core/line";
import { waitingFor } from "../core/page";
import type { Desk } from "../wire/desk";
import type { DeskView } from "./deskView";

/// Ready, or the list of reasons for not being so. In a call the choice holds from its end on.
export function ReadyButton({ view, desk }: { view: DeskView; desk: Desk }) {
  const allowed = intentsAllowed(desk.state);
  const why = cannotBeReady(view, desk);
  return (
    <div className="row" style={{ flexWrap: "nowrap" }}>
      {desk.state.kind === "notReady" ? (
        <Button
          size="xs"
          disabled={why !== ""}
          loading={waitingFor(view.page, "goReady")}
          title={why === "" ? undefined : why}
          onClick={() => view.actions.ask({ kind: "goReady" })}
        >
          Go ready&nbsp;<kbd>F2</kbd>
        </Button>
      ) : null}
      <PauseMenu view={view} desk={desk} enabled={allowed.includes("pause")} />
    </div>
  );
}

/// Why the button is off; empty when it is on.
function cannotBeReady(view: DeskView, desk: Desk): string {
  if (desk.line !== "UP") {
    return "Connect your line first";
  }
  return isDeaf(view.phone, view.softphone.state) ? "No sound arrives at your headset yet" : "";
}

/// A pause that was chosen for after the call can be taken back while the call is up.
function mayGoOn(desk: Desk): boolean {
  return (
    desk.pauseAfterCall !== null &&
    desk.pauseAfterCall !== "SUPERVISOR" &&
    onCall(desk.state) &&
    desk.state.kind !== "wrappingUp"
  );
}

function PauseMenu({ view, desk, enabled }: { view: DeskView; desk: Desk; enabled: boolean }) {
  const later = onCall(desk.state);
  return (
    <Menu
      opened={view.panels.pauses}
      onChange={(shown) => view.panels.show("pauses", shown)}
      position="bottom-start"
    >
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          disabled={!enabled}
          loading={waitingFor(view.page, "pause")}
        >
          {later ? "After this call" : desk.state.kind === "notReady" ? "Reason" : "Not ready"} ▾
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{later ? "Not ready after this call" : "Not ready because of"}</Menu.Label>
        {mayGoOn(desk) ? (
          <Menu.Item onClick={() => view.actions.ask({ kind: "goReady" })}>
            Go on taking calls
          </Menu.Item>
        ) : null}
        {pauseReasons.map(({ reason, label }) => (
          <Menu.Item key={reason} onClick={() => view.actions.ask({ kind: "pause", reason })}>
            {label}
          </Menu.Item>
        ))}
        {later ? (
          <>
            <Menu.Divider />
            <Menu.Item
              onClick={() => view.actions.ask({ kind: "pause", reason: "LOGGING_OUT" })}
            >
              {pauseLabel("LOGGING_OUT")}
            </Menu.Item>
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
