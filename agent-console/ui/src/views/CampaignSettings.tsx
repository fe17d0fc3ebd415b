import { Button, Checkbox, NumberInput, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { AdministeredCampaign, Settings } from "../wire/administration";
import type { Run } from "./useAdministration";

interface FieldsProps {
  readonly settings: Settings;
  readonly set: (part: Partial<Settings>) => void;
}

/// How calls are placed, recorded and wrapped up.
export function SettingsFields({ settings, set }: FieldsProps) {
  return (
    <>
      <TextInput
        label="Caller id"
        description="Can be called back, as +12025550100"
        required
        withAsterisk={false}
        autoComplete="off"
        value={settings.callerId}
        onChange={(e) => set({ callerId: e.currentTarget.value })}
      />
      <Seconds
        label="Ring seconds"
        description="15 to 60"
        min={15}
        max={60}
        value={settings.ringSeconds}
        set={(ringSeconds) => set({ ringSeconds })}
      />
      <Seconds
        label="Wrap-up seconds"
        description="Then it turns amber"
        min={1}
        max={3600}
        value={settings.wrapUpSeconds}
        set={(wrapUpSeconds) => set({ wrapUpSeconds })}
      />
      <fieldset>
        <legend>Calls</legend>
        <Checkbox
          label="Screen for machines"
          checked={settings.screening}
          onChange={(e) => set({ screening: e.currentTarget.checked })}
        />
        <Checkbox
          label="Record"
          checked={settings.recording}
          onChange={(e) => set({ recording: e.currentTarget.checked })}
        />
      </fieldset>
    </>
  );
}

interface SecondsProps {
  readonly label: string;
  readonly description: string;
  readonly min: number;
  readonly max: number;
  readonly value: number;
  readonly set: (seconds: number) => void;
}

/// A number that was cleared stays what it was.
function Seconds({ label, description, min, max, value, set }: SecondsProps) {
  return (
    <NumberInput
      label={label}
      description={description}
      min={min}
      max={max}
      allowDecimal={false}
      hideControls
      w={140}
      value={value}
      onChange={(typed) => set(Number(typed) || value)}
    />
  );
}

interface FormProps {
  readonly campaign: AdministeredCampaign;
  readonly run: Run;
  readonly done: () => void;
}

/// Changes the settings of a campaign, which the next attempt goes by.
export function SettingsForm({ campaign, run, done }: FormProps) {
  const [settings, setSettings] = useState(campaign.settings);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await run((ask) => ask.setCampaign(campaign.id, settings))) {
      done();
    }
  };
  return (
    <>
      <h3>Settings of {campaign.name}</h3>
      <form onSubmit={submit} aria-label={`Settings of ${campaign.name}`}>
        <SettingsFields
          settings={settings}
          set={(part) => setSettings({ ...settings, ...part })}
        />
        <Button type="submit">Save settings</Button>
        <Button variant="default" onClick={done}>
          Cancel
        </Button>
      </form>
      <p className="dim">
        The next attempt goes by them. Calls that are under way stay as they are.
      </p>
    </>
  );
}
