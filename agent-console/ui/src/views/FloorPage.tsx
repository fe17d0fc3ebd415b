import { Button } from "@mantine/core";
import { mayOrder, staleness, troubles } from "../core/floor";
import type { Me } from "../wire/http";
import { CampaignPanel } from "./CampaignPanel";
import { Mark } from "./Mark";
import { endSession, TopMenu } from "./TopMenu";
import { type FloorLive, useFloor } from "./useFloor";
import { useNow } from "./useNow";

interface Props {
  readonly me: Me;
  readonly others: readonly { readonly label: string; readonly go: () => void }[];
  readonly toAdministration: (() => void) | null;
  readonly loggedOut: () => void;
}

/// The supervisor's page: every campaign with its agents, live.
export function FloorPage({ me, others, toAdministration, loggedOut }: Props) {
  const live = useFloor();
  const browserNow = useNow();
  const stale = staleness(live.heardAtMillis, browserNow);
  const orders = mayOrder(me.agent.roles);
  return (
    <div className="floor">
      <header className="bar">
        <h1 className="bar-state">Floor</h1>
        <span className={stale === "" ? "tone-good" : "tone-act"} role="status">
          <Mark shape={stale === "" ? "circle" : "bang"} size={11} /> {stale || "live"}
        </span>
        {orders ? null : <span className="dim">View only</span>}
        <span style={{ flex: 1 }} />
        <TopMenu
          me={me}
          shortcuts={null}
          others={others}
          logOut={() => void endSession(me, loggedOut)}
        />
      </header>
      <FloorBands live={live} />
      <main className={stale === "" ? "campaigns" : "campaigns stale"}>
        {live.floor === null ? <p className="dim">Waiting for the first figures…</p> : null}
        {live.floor?.campaigns.length === 0 ? (
          <p className="dim">
            There is no campaign yet.{" "}
            {toAdministration === null ? (
              "An administrator enters campaigns."
            ) : (
              <Button size="compact-sm" onClick={toAdministration}>
                Enter the first
              </Button>
            )}
          </p>
        ) : null}
        {live.floor?.campaigns.map((line) => (
          <CampaignPanel
            key={line.campaign}
            line={line}
            orders={orders}
            order={live.order}
            nowMillis={browserNow + live.clockAheadMillis}
            stale={stale}
          />
        ))}
      </main>
    </div>
  );
}

function FloorBands({ live }: { live: FloorLive }) {
  return (
    <div role="alert">
      {live.floor === null
        ? null
        : troubles(live.floor).map((trouble) => (
            <div className="band" data-tone="act" key={trouble}>
              <Mark shape="bang" /> {trouble}
            </div>
          ))}
      {live.done === "" ? null : (
        <div className="band" data-tone="good">
          <Mark shape="circle" />
          <span style={{ flex: 1 }}>{live.done}</span>
          <Button size="compact-xs" variant="default" onClick={live.dismissNotice}>
            Dismiss
          </Button>
        </div>
      )}
      {live.notice === "" ? null : (
        <div className="band" data-tone="watch">
          <Mark shape="triangle" />
          <span style={{ flex: 1 }}>{live.notice}</span>
          <Button size="compact-xs" variant="default" onClick={live.dismissNotice}>
            Dismiss
          </Button>
        </div>
      )}
    </div>
  );
}
