import { Button, NativeSelect } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { faultOf } from "../core/office";
import { sentenceCase } from "../core/words";
import { api } from "../wire/api";
import type { Me } from "../wire/http";
import type { Unmasked, UnmaskReason } from "../wire/office";

const reasons: readonly { readonly value: UnmaskReason; readonly label: string }[] = [
  { value: "COMPLAINT", label: "A complaint" },
  { value: "CONSUMER_ASKED", label: "The consumer asked" },
  { value: "COURT_OR_REGULATOR", label: "A court or regulator" },
  { value: "WRONG_DATA", label: "Data that may be wrong" },
];

/// What is masked, shown for a reason; the look is an entry of the ledger.
export function UnmaskPanel({ me, consumer }: { readonly me: Me; readonly consumer: number }) {
  const [reason, setReason] = useState<UnmaskReason>("COMPLAINT");
  const [shown, setShown] = useState<Unmasked | null>(null);
  const [fault, setFault] = useState("");
  const show = async (event: FormEvent) => {
    event.preventDefault();
    const reply = await api.unmask(consumer, reason, me.csrf);
    setShown(reply.kind === "done" ? reply.body : null);
    setFault(faultOf(reply));
  };
  return (
    <details>
      <summary>Show what is masked…</summary>
      <form className="rows" onSubmit={show} aria-label="Show what is masked">
        <NativeSelect
          size="xs"
          label="Why (it is entered in the ledger)"
          value={reason}
          data={[...reasons]}
          onChange={(e) => setReason(e.currentTarget.value as UnmaskReason)}
        />
        <div>
          <Button size="xs" type="submit" variant="default">
            Unmask
          </Button>
        </div>
      </form>
      <div role="status" className={fault === "" ? "" : "act"}>
        {fault}
        {shown === null ? null : (
          <dl className="inputs">
            {shown.phones.map((phone) => (
              <div key={phone.id}>
                <dt>{sentenceCase(phone.place)}</dt>
                <dd>{phone.number.text}</dd>
              </div>
            ))}
            <div>
              <dt>Born</dt>
              <dd>{shown.bornOn ?? "not known"}</dd>
            </div>
            <div>
              <dt>Social security number</dt>
              <dd>
                {shown.nationalIdLast4 === null ? "not known" : `ends in ${shown.nationalIdLast4}`}
              </dd>
            </div>
          </dl>
        )}
      </div>
    </details>
  );
}
