import { Button } from "@mantine/core";
import { useState } from "react";
import type { Me } from "../wire/http";
import { DeskPage } from "./DeskPage";
import { endSession } from "./TopMenu";

interface Props {
  readonly me: Me;
  readonly toFloor: (() => void) | null;
  readonly loggedOut: () => void;
}

/// Chooses the campaign to work on when there is a choice, then opens the desk.
export function DeskDoor({ me, toFloor, loggedOut }: Props) {
  const [chosen, choose] = useState(onlyCampaign(me));
  if (chosen !== null) {
    return (
      <DeskPage
        me={me}
        campaign={chosen}
        toFloor={toFloor}
        loggedOut={loggedOut}
        toCampaigns={me.campaigns.length > 1 ? () => choose(null) : null}
      />
    );
  }
  return (
    <main className="gate">
      <section className="pane rows">
        <h1 style={{ fontSize: 18 }}>
          {me.campaigns.length === 0 ? "No campaign" : "Which campaign?"}
        </h1>
        {me.campaigns.length === 0 ? (
          <p className="dim">You are on no campaign. Ask the supervisor to add you to one.</p>
        ) : (
          me.campaigns.map((campaign) => (
            <Button
              key={campaign.id}
              variant={campaign.id === me.campaign ? "filled" : "default"}
              onClick={() => choose(campaign.id)}
            >
              {campaign.name}
            </Button>
          ))
        )}
        <Button variant="subtle" onClick={() => void endSession(me, loggedOut)}>
          Log out
        </Button>
      </section>
    </main>
  );
}

function onlyCampaign(me: Me): number | null {
  const last = me.campaigns.find((campaign) => campaign.id === me.campaign);
  return last?.id ?? (me.campaigns.length === 1 ? (me.campaigns[0]?.id ?? null) : null);
}
