import { useEffect, useState } from "react";
import { loggingOut, stateDetail, stateFace } from "../core/agent";
import { serverNow, type Page } from "../core/page";
import type { Tab } from "../core/keys";
import { api, type Reply } from "../wire/api";
import type { AgentState } from "../wire/desk";
import type { DeskPhone, Disposition, Me, Reason } from "../wire/http";
import { CallStage } from "./CallStage";
import { DeskBands } from "./DeskBands";
import { DeskDismissed } from "./DeskDismissed";
import { IdlePane } from "./IdlePane";
import { Keypad } from "./Keypad";
import { Shortcuts } from "./Shortcuts";
import { StateBar } from "./StateBar";
import { endSession } from "./TopMenu";
import { useDesk } from "./useDesk";
import { useDeskKeys } from "./useDeskKeys";
import { useSoftphone } from "./useSoftphone";
import { useSteady } from "./useSteady";
import type { DeskView, Panels } from "./deskView";

interface Props {
  readonly me: Me;
  readonly campaign: number;
  readonly toFloor: (() => void) | null;
  /// Back to the choice of campaigns; null when there is no choice.
  readonly toCampaigns: (() => void) | null;
  readonly loggedOut: () => void;
}

/// The agent's page: state bar, call, account, wrap-up.
export function DeskPage(props: Props) {
  const { me, campaign, loggedOut } = props;
  const { page, actions, urgent } = useDesk(campaign);
  const phone = useFetched<DeskPhone | null>(api.phone, null);
  const softphone = useSoftphone(phone, actions.lineReady, actions.soundArrives);
  const dispositions = useFetched<readonly Disposition[]>(api.dispositions, []);
  const reasons = useFetched<readonly Reason[]>(api.reasons, []);
  const panels = usePanels(page.turn);
  const view: DeskView = {
    me,
    page,
    actions,
    now: () => serverNow(page, Date.now()),
    phone,
    softphone,
    dispositions,
    reasons,
    panels,
  };
  const closeKeypad = useSteady(() => panels.show("keypad", false));
  const closeShortcuts = useSteady(() => panels.show("shortcuts", false));
  useDeskKeys(view);
  useEndOfSession(page, useSteady(() => void endSession(me, loggedOut)));
  if (page.link.kind === "dismissed") {
    return <DeskDismissed reason={page.link.reason} loggedOut={loggedOut} />;
  }
  return (
    <div className="desk">
      <StateBar view={view} {...props} />
      <DeskBands view={view} />
      <DeskBody view={view} />
      <Keypad opened={panels.keypad} close={closeKeypad} press={softphone.press} />
      <Shortcuts opened={panels.shortcuts} close={closeShortcuts} />
      <div className="unseen" role="alert">
        {urgent}
      </div>
      <div className="unseen" aria-live="polite">
        {page.desk === null ? "" : stateWords(page.desk.state)}
      </div>
    </div>
  );
}

/// Whoever announced to log out after the call is logged out of the page too.
function useEndOfSession(page: Page, end: () => void): void {
  const { desk, link } = page;
  const over = link.kind === "dismissed" && desk !== null && loggingOut(desk.state);
  useEffect(() => {
    if (over) {
      end();
    }
  }, [over, end]);
}

/// Told politely on every change: "Not ready Lunch".
function stateWords(state: AgentState): string {
  return `${stateFace(state).label} ${stateDetail(state)}`.trim();
}

function DeskBody({ view }: { view: DeskView }) {
  const { desk } = view.page;
  if (desk === null) {
    return (
      <main className="desk-idle pane" aria-busy="true">
        Opening your desk…
      </main>
    );
  }
  return (
    <>
      {desk.call === null ? <IdlePane view={view} desk={desk} /> : null}
      <CallStage key={view.page.turn} view={view} desk={desk} />
    </>
  );
}

/// What stands open. The search over all dispositions is closed when its call has left.
function usePanels(turn: number): Panels {
  const [open, setOpen] = useState({ shortcuts: false, keypad: false, pauses: false });
  const [searched, setSearched] = useState<number | null>(null);
  const [tab, setTab] = useState<Tab>("timeline");
  return {
    ...open,
    allDispositions: searched === turn,
    tab,
    show: (panel, shown) =>
      panel === "allDispositions"
        ? setSearched(shown ? turn : null)
        : setOpen((before) => ({ ...before, [panel]: shown })),
    showTab: setTab,
  };
}

const retryMillis = 3_000;

/// What the server answers to one question; asked again until it does.
function useFetched<T>(ask: () => Promise<Reply<T>>, before: T): T {
  const [value, setValue] = useState(before);
  useEffect(() => {
    let stopped = false;
    const attempt = async (): Promise<void> => {
      const reply = await ask();
      if (!stopped && reply.kind === "done") {
        setValue(reply.body);
      } else if (!stopped) {
        setTimeout(() => void attempt(), retryMillis);
      }
    };
    void attempt();
    return () => {
      stopped = true;
    };
  }, [ask]);
  return value;
}
