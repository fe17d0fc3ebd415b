import { Button, NativeSelect } from "@mantine/core";
import { useCallback, useState } from "react";
import { faultOf } from "../core/office";
import { waitingFor } from "../core/page";
import { partyLabel, roleHint, roles, transferSentence } from "../core/transfer";
import { api } from "../wire/api";
import type { CallInFront } from "../wire/desk";
import type { Party } from "../wire/http";
import type { DeskView } from "./deskView";
import { Fold } from "./Fold";
import { KeepForm, NumberField, RequiredField, useKeeping, withNumber } from "./KeepForm";

interface Props {
  readonly view: DeskView;
  readonly call: CallInFront;
  readonly attempt: number;
}

/// Hands the conversation over to somebody outside, once they answer.
export function TransferForm({ view, call, attempt }: Props) {
  const [parties, setParties] = useState<readonly Party[]>([]);
  const [phone, setPhone] = useState("");
  const [told, setTold] = useState("");
  const load = useCallback(async () => {
    const reply = await api.parties(attempt);
    if (reply.kind === "done") {
      setParties(reply.body.parties);
      setPhone((now) => now || String(reply.body.parties.at(-1)?.phone ?? ""));
    } else {
      setTold(faultOf(reply));
    }
  }, [attempt]);
  const calling = call.transfer !== null && call.transfer.ended === null;
  const chosen = parties.some((party) => String(party.phone) === phone);
  return (
    <Fold title="Transfer…" opened={() => void load()}>
      <div className="rows">
        {parties.length === 0 ? null : (
          <NativeSelect
            size="xs"
            label="Hand over to"
            value={phone}
            data={parties.map((party) => ({
              value: String(party.phone),
              label: partyLabel(party),
            }))}
            onChange={(e) => setPhone(e.currentTarget.value)}
          />
        )}
        {parties.length === 0 ? (
          <p className="dim">First add whoever takes over; then you can call them.</p>
        ) : null}
        <div className="row">
          {parties.length === 0 ? null : (
            <Button
              size="xs"
              disabled={!chosen || calling}
              loading={waitingFor(view.page, "transfer")}
              onClick={() =>
                view.actions.ask({ kind: "transfer", attempt, phone: Number(phone) })
              }
            >
              Call and hand over
            </Button>
          )}
          {calling ? (
            <Button
              size="xs"
              variant="default"
              onClick={() => view.actions.ask({ kind: "cancelTransfer" })}
            >
              Stop calling
            </Button>
          ) : null}
        </div>
        <div role="status" className="dim">
          {told || transferSentence(call.transfer)}
        </div>
        <NewParty
          csrf={view.me.csrf}
          attempt={attempt}
          kept={async () => {
            setPhone("");
            await load();
          }}
        />
      </div>
    </Fold>
  );
}

interface NewPartyProps {
  readonly csrf: string;
  readonly attempt: number;
  readonly kept: () => Promise<void>;
}

/// Somebody whom the consumer names, or a line of the house.
function NewParty({ csrf, attempt, kept }: NewPartyProps) {
  const empty = { attempt, role: "ATTORNEY", name: "", number: "" };
  const keeping = useKeeping(empty, "Kept.", (filled) =>
    withNumber({ ...filled, attempt }, async (party) => {
      const reply = await api.nameParty(party, csrf);
      if (reply.kind === "done") {
        await kept();
      }
      return reply;
    }),
  );
  const { form, change } = keeping;
  return (
    <KeepForm
      label="Somebody to hand over to"
      keeping={keeping}
      action="Add to the list"
      variant="default"
    >
      <NativeSelect
        size="xs"
        label="Who they are"
        value={form.role}
        data={[...roles]}
        description={roleHint(form.role) || null}
        onChange={(e) => change({ role: e.currentTarget.value })}
      />
      <RequiredField
        label="Name"
        lettersMax={120}
        value={form.name}
        changed={(name) => change({ name })}
      />
      <NumberField
        label="Their number"
        value={form.number}
        changed={(number) => change({ number })}
      />
    </KeepForm>
  );
}
