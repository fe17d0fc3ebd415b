import { Button, Menu } from "@mantine/core";
import { stateTimer } from "../core/agent";
import { waitingFor } from "../core/page";
import type { AgentState, Screen } from "../wire/desk";
import { History } from "./DebtTabs";
import type { DeskView } from "./deskView";
import { MissedCall } from "./MissedCall";
import { useNow } from "./useNow";

const skipReasons = [
  { value: "NOT_NOW", label: "Not the time to call" },
  { value: "JUST_SPOKEN", label: "Just spoken or paid" },
  { value: "WRONG_NUMBER", label: "Number looks wrong" },
  { value: "OTHER", label: "Other" },
];

function TimeLeft({ view, state }: { view: DeskView; state: AgentState }) {
  return <span>{stateTimer(state, useNow(view.now)).text} left</span>;
}

/// An offer: the agent looks, then dials or gives it back. How the call before it ended is told
/// until then.
export function PreviewPane({ view, screen }: { view: DeskView; screen: Screen }) {
  const state = view.page.desk?.state;
  const missed = view.page.desk?.missed ?? null;
  const limited = state?.kind === "previewing" && state.until !== null;
  return (
    <>
      {missed === null ? null : <MissedCall missed={missed} />}
      <div className="verify" role="group" aria-labelledby="preview">
        <div className="spread">
          <h3 id="preview">Look, then dial or skip</h3>
          {limited ? <TimeLeft view={view} state={state} /> : null}
        </div>
        <div className="row" style={{ alignItems: "end" }}>
          <Button
            loading={waitingFor(view.page, "dialPreview")}
            onClick={() => view.actions.ask({ kind: "dialPreview" })}
          >
            Dial&nbsp;<kbd>F3</kbd>
          </Button>
          <Menu position="bottom-start">
            <Menu.Target>
              <Button variant="default" loading={waitingFor(view.page, "skipPreview")}>
                Skip, because ▾
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {skipReasons.map(({ value, label }) => (
                <Menu.Item
                  key={value}
                  onClick={() => view.actions.ask({ kind: "skipPreview", reason: value })}
                >
                  {label}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </div>
        <div>
          <div className="eyebrow">Why it is offered</div>
          {screen.dialed.why}
        </div>
        <div>
          <div className="eyebrow">What went before</div>
          <History lines={screen.past} zone={screen.dialed.zone} none="Nothing yet." />
        </div>
      </div>
    </>
  );
}
