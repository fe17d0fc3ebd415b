import type { Me } from "../wire/http";
import { CampaignsAdministered } from "./CampaignsAdministered";
import { Mark } from "./Mark";
import { StaffAdministered } from "./StaffAdministered";
import { endSession, TopMenu } from "./TopMenu";
import { useAdministration } from "./useAdministration";

interface Props {
  readonly me: Me;
  readonly toDesk: (() => void) | null;
  readonly toFloor: () => void;
  readonly loggedOut: () => void;
}

/// The administrator's page: who works here, and what is dialed.
export function AdministrationPage({ me, toDesk, toFloor, loggedOut }: Props) {
  const live = useAdministration(me.csrf);
  return (
    <div className="administration">
      <div className="head">
        <header className="bar">
          <h1 className="bar-state">Administration</h1>
          <span style={{ flex: 1 }} />
          <TopMenu
            me={me}
            shortcuts={null}
            others={[
              { label: "Floor", go: toFloor },
              ...(toDesk === null ? [] : [{ label: "My desk", go: toDesk }]),
            ]}
            logOut={() => void endSession(me, loggedOut)}
          />
        </header>
        <div role="alert">
          {live.fault === "" ? null : (
            <div className="band" data-tone="act">
              <Mark shape="bang" /> {live.fault}
            </div>
          )}
        </div>
      </div>
      <main>
        {live.now === null ? (
          <p className="dim">Loading…</p>
        ) : (
          <>
            <CampaignsAdministered now={live.now} run={live.run} />
            <StaffAdministered staff={live.now.staff} me={me.agent.id} run={live.run} />
          </>
        )}
      </main>
    </div>
  );
}
