import { Button, NativeSelect, Table } from "@mantine/core";
import { useState } from "react";
import {
  campaignState,
  numberWords,
  portfolioWords,
  settingsWords,
  split,
  undialed,
} from "../core/administration";
import { sentenceCase } from "../core/words";
import type { AdministeredCampaign, Administration, Portfolio } from "../wire/administration";
import type { Mode } from "../wire/desk";
import { SettingsForm } from "./CampaignSettings";
import { Mark } from "./Mark";
import { NewCampaign } from "./NewCampaign";
import type { AdministrationLive } from "./useAdministration";

type Run = AdministrationLive["run"];

export const modes: readonly Mode[] = ["PREDICTIVE", "PROGRESSIVE", "PREVIEW", "MANUAL"];

/// Every campaign with what it dials, and the form that enters another.
export function CampaignsAdministered({ now, run }: { now: Administration; run: Run }) {
  const [setting, set] = useState<AdministeredCampaign | null>(null);
  const lonely = undialed(now.campaigns, now.portfolios);
  return (
    <section className="pane" aria-label="Campaigns">
      <h2>Campaigns</h2>
      {now.campaigns.length === 0 ? (
        <p className="dim">There is no campaign yet. Enter the first below.</p>
      ) : (
        <Table.ScrollContainer
          minWidth={720}
          scrollAreaProps={{
            offsetScrollbars: false,
            viewportProps: { tabIndex: 0, role: "region", "aria-label": "All campaigns" },
          }}
        >
          <Table verticalSpacing={5} className="lines">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Campaign</Table.Th>
                <Table.Th>State</Table.Th>
                <Table.Th>Mode</Table.Th>
                <Table.Th>Calls</Table.Th>
                <Table.Th>Portfolios</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {now.campaigns.map((campaign) => (
                <Row
                  key={campaign.id}
                  campaign={campaign}
                  all={now.portfolios}
                  run={run}
                  set={set}
                />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {setting === null ? null : (
        <SettingsForm
          key={setting.id}
          campaign={setting}
          run={run}
          done={() => set(null)}
        />
      )}
      {lonely.length === 0 ? null : (
        <p className="watch">
          <Mark shape="triangle" size={11} /> No campaign dials{" "}
          {lonely.map(portfolioWords).join("; ")}
        </p>
      )}
      <NewCampaign portfolios={now.portfolios} run={run} />
    </section>
  );
}

interface RowProps extends PortfoliosProps {
  readonly set: (campaign: AdministeredCampaign) => void;
}

function Row({ campaign, all, run, set }: RowProps) {
  const { id, name } = campaign;
  const running = campaign.activity === "RUNNING";
  return (
    <Table.Tr>
      <Table.Td className="strong">{name}</Table.Td>
      <Table.Td>
        <div className="rows steer">
          <span className={running ? "tone-good" : "tone-watch"}>
            <Mark shape={running ? "circle" : "square"} size={11} /> {campaignState(campaign)}
          </span>
          <span className="row">
            <Button
              size="compact-xs"
              disabled={running}
              aria-label={`Start ${name}`}
              onClick={() => void run((ask) => ask.order({ kind: "start", campaign: id }))}
            >
              Start
            </Button>
            <Button
              size="compact-xs"
              variant="default"
              className="end-call"
              disabled={campaign.activity === "STOPPED"}
              aria-label={`Stop ${name}`}
              title="Dial no more and end what rings; talks go on"
              onClick={() => void run((ask) => ask.order({ kind: "stop", campaign: id }))}
            >
              Stop
            </Button>
          </span>
        </div>
      </Table.Td>
      <Table.Td>
        <NativeSelect
          size="xs"
          miw={120}
          aria-label={`Mode of ${name}`}
          value={campaign.mode}
          data={modes.map((mode) => ({ value: mode, label: sentenceCase(mode) }))}
          onChange={(e) => {
            const mode = e.currentTarget.value as Mode;
            void run((ask) => ask.order({ kind: "setMode", campaign: id, mode }));
          }}
        />
      </Table.Td>
      <Table.Td>
        <div className="rows">
          <span>from {numberWords(campaign.settings.callerId)}</span>
          <span className="dim">{settingsWords(campaign.settings)}</span>
          <span>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`Settings of ${name}`}
              onClick={() => set(campaign)}
            >
              Settings
            </Button>
          </span>
        </div>
      </Table.Td>
      <Table.Td>
        <Portfolios campaign={campaign} all={all} run={run} />
      </Table.Td>
    </Table.Tr>
  );
}

interface PortfoliosProps {
  readonly campaign: AdministeredCampaign;
  readonly all: readonly Portfolio[];
  readonly run: Run;
}

function Portfolios({ campaign, all, run }: PortfoliosProps) {
  const { dialed, others } = split(campaign, all);
  return (
    <div className="portfolios">
      {dialed.length === 0 ? <span className="act">None: nobody is dialed</span> : null}
      {dialed.map((portfolio) => (
        <span className="row" key={portfolio.id}>
          {portfolioWords(portfolio)}
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`Take ${portfolio.name} out of ${campaign.name}`}
            onClick={() => void run((ask) => ask.detach(campaign.id, portfolio.id))}
          >
            Take out
          </Button>
        </span>
      ))}
      {others.length === 0 ? null : (
        <NativeSelect
          size="xs"
          aria-label={`Portfolio to put into ${campaign.name}`}
          value=""
          data={[
            { value: "", label: "Put in…" },
            ...others.map((p) => ({ value: `${p.id}`, label: portfolioWords(p) })),
          ]}
          onChange={(e) => {
            const portfolio = Number(e.currentTarget.value);
            void run((ask) => ask.attach(campaign.id, portfolio));
          }}
        />
      )}
    </div>
  );
}
