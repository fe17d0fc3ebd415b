import { Button, Select, TextInput } from "@mantine/core";
import { amountWords, faultAt, openPromiseWords, promiseMethods } from "../core/form";
import { formatMoney, plainAmount, splitEvenly } from "../core/money";
import { dayIn, plusDays } from "../core/time";
import type { Screen } from "../wire/desk";
import type { Draft } from "../wire/frames";
import type { DeskView } from "./deskView";
import { useNow } from "./useNow";

interface Props {
  readonly view: DeskView;
  readonly screen: Screen | null;
  readonly type: (change: Partial<Draft>) => void;
}

/// Amount, day and method of a promise to pay.
export function PromiseForm({ view, screen, type }: Props) {
  const { draft, faults } = view.page;
  const today = dayIn(screen?.dialed.zone ?? "UTC", useNow(view.now));
  const debt = screen?.debt ?? null;
  const days = debt?.policy.promiseDaysMax ?? 0;
  const replaced = debt === null ? "" : openPromiseWords(debt);
  return (
    <fieldset className="sub">
      <legend>Promise to pay</legend>
      {replaced === "" ? null : <p className="watch">{replaced}</p>}
      <div className="pair">
        <TextInput
          label="Amount"
          inputMode="decimal"
          description={(debt === null ? "" : amountWords(draft, debt)) || null}
          inputWrapperOrder={["label", "input", "description", "error"]}
          value={draft.promiseAmount}
          error={faultAt(faults, "promise.amount") || null}
          onChange={(e) => type({ promiseAmount: e.currentTarget.value })}
        />
        <TextInput
          label="Paid by"
          type="date"
          min={today}
          max={plusDays(today, days)}
          value={draft.promiseDueOn}
          error={faultAt(faults, "promise.dueOn") || null}
          onChange={(e) => type({ promiseDueOn: e.currentTarget.value })}
        />
      </div>
      <Shares screen={screen} type={type} />
      <Select
        label="Method"
        data={[...promiseMethods]}
        allowDeselect={false}
        value={draft.promiseMethod}
        error={faultAt(faults, "promise.method") || null}
        onChange={(value) => type({ promiseMethod: value ?? "OTHER" })}
      />
    </fieldset>
  );
}

const shares = [
  { parts: 1, label: "Full" },
  { parts: 2, label: "Half" },
  { parts: 3, label: "Third" },
];

function Shares({
  screen,
  type,
}: {
  screen: Screen | null;
  type: (change: Partial<Draft>) => void;
}) {
  const balance = screen?.debt?.balance;
  if (balance === undefined) {
    return null;
  }
  return (
    <div className="row">
      {shares.map(({ parts, label }) => {
        const minorUnits = splitEvenly(balance.minorUnits, parts)[0] ?? 0;
        const share = { minorUnits, currency: balance.currency };
        return (
          <Button
            key={label}
            size="compact-xs"
            variant="default"
            onClick={() => type({ promiseAmount: plainAmount(share) })}
          >
            {label} {formatMoney(share)}
          </Button>
        );
      })}
    </div>
  );
}
