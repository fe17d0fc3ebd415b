import { Button, Select, TextInput } from "@mantine/core";
import { amountWords, faultAt, openPromiseWords, promiseMethods } from "../core/form";
import { formatMoney, plainAmount } from "../core/money";
import { promiseShares, promiseTitle } from "../core/promise";
import { dayIn, plusDays } from "../core/time";
import type { Debt, Screen } from "../wire/desk";
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
      <legend>{promiseTitle(draft.code)}</legend>
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
      {debt === null ? null : <Shares code={draft.code} debt={debt} type={type} />}
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

function Shares({
  code,
  debt,
  type,
}: {
  code: string;
  debt: Debt;
  type: (change: Partial<Draft>) => void;
}) {
  return (
    <div className="row">
      {promiseShares(code, debt).map(({ label, amount }) => (
        <Button
          key={label}
          size="compact-xs"
          variant="default"
          onClick={() => type({ promiseAmount: plainAmount(amount) })}
        >
          {label} {formatMoney(amount)}
        </Button>
      ))}
    </div>
  );
}
