import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { portfolioWords } from "../core/administration";
import { sentenceCase } from "../core/words";
import type { NewCampaign as Draft, Portfolio } from "../wire/administration";
import type { Mode } from "../wire/desk";
import { SettingsFields } from "./CampaignSettings";
import { modes } from "./CampaignsAdministered";
import type { AdministrationLive } from "./useAdministration";

interface Props {
  readonly portfolios: readonly Portfolio[];
  readonly run: AdministrationLive["run"];
}

const none: Draft = {
  name: "",
  mode: "PROGRESSIVE",
  settings: {
    callerId: "",
    ringSeconds: 25,
    screening: false,
    recording: true,
    wrapUpSeconds: 45,
  },
  portfolios: [],
};

/// Enters a campaign, stopped.
export function NewCampaign({ portfolios, run }: Props) {
  const [draft, setDraft] = useState(none);
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await run((ask) => ask.addCampaign(draft))) {
      setDraft(none);
    }
  };
  return (
    <>
      <h3>Add a campaign</h3>
      <form onSubmit={submit} aria-label="Add a campaign">
        <TextInput
          label="Campaign name"
          required
          withAsterisk={false}
          autoComplete="off"
          value={draft.name}
          onChange={(e) => set({ name: e.currentTarget.value })}
        />
        <NativeSelect
          label="Mode"
          value={draft.mode}
          data={modes.map((mode) => ({ value: mode, label: sentenceCase(mode) }))}
          onChange={(e) => set({ mode: e.currentTarget.value as Mode })}
        />
        <SettingsFields
          settings={draft.settings}
          set={(part) => set({ settings: { ...draft.settings, ...part } })}
        />
        {portfolios.length === 0 ? null : (
          <fieldset>
            <legend>Portfolios</legend>
            {portfolios.map((portfolio) => (
              <Checkbox
                key={portfolio.id}
                label={portfolioWords(portfolio)}
                checked={draft.portfolios.includes(portfolio.id)}
                onChange={(e) =>
                  set({
                    portfolios: e.currentTarget.checked
                      ? [...draft.portfolios, portfolio.id]
                      : draft.portfolios.filter((id) => id !== portfolio.id),
                  })
                }
              />
            ))}
          </fieldset>
        )}
        <Button type="submit">Add campaign</Button>
      </form>
    </>
  );
}
