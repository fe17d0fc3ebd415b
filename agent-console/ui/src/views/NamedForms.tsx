import { Select, TextInput } from "@mantine/core";
import { faultAt, promiseMethods } from "../core/form";
import type { Draft } from "../wire/frames";
import type { DeskView } from "./deskView";

interface Props {
  readonly view: DeskView;
  readonly type: (change: Partial<Draft>) => void;
}

/// What was paid while on the telephone.
export function PaymentForm({ view, type }: Props) {
  const { draft, faults } = view.page;
  return (
    <fieldset className="sub">
      <legend>Paid on the phone</legend>
      <div className="pair">
        <TextInput
          label="Amount paid"
          inputMode="decimal"
          required
          value={draft.paidAmount}
          error={faultAt(faults, "payment.amount") || null}
          onChange={(e) => type({ paidAmount: e.currentTarget.value })}
        />
        <Select
          label="Paid with"
          data={[...promiseMethods]}
          allowDeselect={false}
          value={draft.paidMethod}
          error={faultAt(faults, "payment.method") || null}
          onChange={(value) => type({ paidMethod: value ?? "OTHER" })}
        />
      </div>
      <TextInput
        label="Confirmation, if given"
        description="Never a card number"
        maxLength={200}
        autoComplete="off"
        value={draft.paidConfirmation}
        error={faultAt(faults, "payment.confirmation") || null}
        onChange={(e) => type({ paidConfirmation: e.currentTarget.value })}
      />
    </fieldset>
  );
}

/// Who represents the consumer.
export function AttorneyForm({ view, type }: Props) {
  const { draft, faults } = view.page;
  return (
    <fieldset className="sub">
      <legend>Attorney</legend>
      <TextInput
        label="Attorney’s name"
        required
        maxLength={200}
        value={draft.attorneyName}
        error={faultAt(faults, "attorney.name") || null}
        onChange={(e) => type({ attorneyName: e.currentTarget.value })}
      />
      <div className="pair">
        <TextInput
          label="Firm, if given"
          maxLength={200}
          value={draft.attorneyFirm}
          error={faultAt(faults, "attorney.firm") || null}
          onChange={(e) => type({ attorneyFirm: e.currentTarget.value })}
        />
        <TextInput
          label="Phone or e-mail, if given"
          maxLength={200}
          value={draft.attorneyReach}
          error={faultAt(faults, "attorney.reach") || null}
          onChange={(e) => type({ attorneyReach: e.currentTarget.value })}
        />
      </div>
    </fieldset>
  );
}
