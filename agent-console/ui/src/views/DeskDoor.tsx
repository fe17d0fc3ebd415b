import { Button } from "@mantine/core";
import { useState } from "react";
import type { Mode } from "../wire/desk";
import type { Me } from "../wire/http";
import { DeskPage } from "./DeskPage";
import { endSession } from "./TopMenu";
import { useHash } from "./useHash";

interface Props {
  readonly me: Me;
  readonly toFloor: (() => void) | null;
  readonly loggedOut: () => void;
}

/// Chooses the campaign to work on when there is a choice, then opens the desk.
export function DeskDoor({ me, toFloor, loggedOut }: Props) {
  const [hash, go] = useHash();
  const [left, leave] = useState(false);
  const chosen = chosenIn(hash, me) ?? (left ? null : standing(me));
  const gone = () => {
    go("#/");
    loggedOut();
  };
  if (chosen !== null) {
    return (
      <DeskPage
        me={me}
        campaign={chosen}
        toFloor={toFloor}
        loggedOut={gone}
        toCampaigns={
          me.campaigns.length > 1
            ? () => {
                leave(true);
                go("#/desk");
              }
            : null
        }
      />
    );
  }
  return (
    <main className="gate">
      <section className="pane rows door">
        <h1 style={{ fontSize: 18 }}>
          {me.campaigns.length === 0 ? "No campaign" : "Which campaign do you work on?"}
        </h1>
        {me.campaigns.length === 0 ? (
          <p className="dim">You are on no campaign. Ask the supervisor to add you to one.</p>
        ) : (
          me.campaigns.map((campaign) => (
            <Button
              key={campaign.id}
              variant={campaign.id === me.campaign ? "filled" : "default"}
              className="choice"
              justify="flex-start"
              autoFocus={campaign.id === me.campaign}
              onClick={() => go(`#/desk/${campaign.id}`)}
            >
              {campaign.name} <span className="mode">{modeWords(campaign.mode)}</span>
            </Button>
          ))
        )}
        <Button variant="subtle" onClick={() => void endSession(me, gone)}>
          Log out
        </Button>
      </section>
    </main>
  );
}

/// The campaign that the address names, so that a reload asks nothing.
function chosenIn(hash: string, me: Me): number | null {
  const wanted = Number(/^#\/desk\/(\d+)$/.exec(hash)?.[1] ?? Number.NaN);
  return me.campaigns.find((campaign) => campaign.id === wanted)?.id ?? null;
}

/// Where there is nothing to choose: the desk stands open, or there is but one campaign.
function standing(me: Me): number | null {
  return me.desk ?? (me.campaigns.length === 1 ? (me.campaigns[0]?.id ?? null) : null);
}

function modeWords(mode: Mode): string {
  switch (mode) {
    case "PREDICTIVE":
      return "Predictive: calls come by themselves, dialed ahead";
    case "PROGRESSIVE":
      return "Progressive: calls come by themselves, one for each agent";
    case "PREVIEW":
      return "Preview: you look first, then dial";
    case "MANUAL":
      return "Manual: you dial by hand";
  }
}
