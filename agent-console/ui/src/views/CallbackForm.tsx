import { Checkbox, Select, TextInput } from "@mantine/core";
import { faultAt } from "../core/form";
import { clockIn, zoneWords } from "../core/time";
import type { Screen } from "../wire/desk";
import type { Draft } from "../wire/frames";
import { CallbackForewarning } from "./CallbackForewarning";
import type { DeskView } from "./deskView";
import { useNow } from "./useNow";

interface Props {
  readonly view: DeskView;
  readonly screen: Screen | null;
  readonly ended: boolean;
  readonly type: (change: Partial<Draft>) => void;
}

/// When to call back, on the consumer's clock.
export function CallbackForm({ view, screen, ended, type }: Props) {
  const { draft, faults } = view.page;
  const zone = screen?.dialed.zone ?? "UTC";
  const now = useNow(view.now);
  const phones = screen?.person.phones ?? [];
  const timeFault = faultAt(faults, "callback.dueAt");
  return (
    <fieldset className="sub">
      <legend>Callback</legend>
      <TextInput
        label={`Day and time, ${zoneWords(zone, now)}`}
        type="datetime-local"
        description={`It is ${clockIn(zone, now)} there now`}
        error={timeFault || null}
        value={draft.callbackAt}
        onChange={(e) => type({ callbackAt: e.currentTarget.value })}
      />
      <Select
        label="Number"
        clearable
        placeholder="The number just called"
        clearButtonProps={{ "aria-label": "The number just called" }}
        error={faultAt(faults, "callback.phone") || null}
        data={phones.map((phone) => ({ value: `${phone.id}`, label: phone.number.text }))}
        value={draft.callbackPhone === null ? null : `${draft.callbackPhone}`}
        onChange={(value) => type({ callbackPhone: value === null ? null : Number(value) })}
      />
      <Checkbox
        label="The consumer asked for this call"
        error={faultAt(faults, "callback.askedByConsumer") || null}
        checked={draft.callbackAsked}
        onChange={(e) => type({ callbackAsked: e.currentTarget.checked })}
      />
      {ended && screen !== null ? (
        <CallbackForewarning
          csrf={view.me.csrf}
          draft={draft}
          screen={screen}
          timeFault={timeFault}
        />
      ) : null}
      <Checkbox
        label="Assign to me"
        checked={draft.callbackMine}
        onChange={(e) => type({ callbackMine: e.currentTarget.checked })}
      />
    </fieldset>
  );
}
