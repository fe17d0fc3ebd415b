import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useCallback, useEffect, useState } from "react";
import { wishWords } from "../core/facts";
import { faultOf, mayLift } from "../core/office";
import { sentenceCase } from "../core/words";
import { formatStamp, ownZone } from "../core/time";
import { api } from "../wire/api";
import type { Found, Me } from "../wire/http";
import type { Standing } from "../wire/office";
import { BarForm } from "./BarForm";

/// What stands against calling this person, how it is set, and how an officer lifts it.
export function HoldsPanel({ me, found }: { readonly me: Me; readonly found: Found }) {
  const [standing, setStanding] = useState<readonly Standing[]>([]);
  const [fault, setFault] = useState("");
  const read = useCallback(async () => {
    const reply = await api.standing(found.account, me.csrf);
    setStanding(reply.kind === "done" ? reply.body : []);
    setFault(faultOf(reply));
  }, [found.account, me.csrf]);
  useEffect(() => void read(), [read]);
  return (
    <section className="pane rows" aria-labelledby="holds">
      <h2 id="holds">What stands against calls</h2>
      {fault === "" ? null : (
        <div role="alert" className="act">
          {fault}
        </div>
      )}
      {standing.length === 0 ? <p className="dim">Nothing stands.</p> : null}
      {standing.map((one) => (
        <StandingRow
          key={`${one.kind} ${one.id}`}
          me={me}
          one={one}
          number={found.phones.find((phone) => phone.id === one.phone)?.number.text ?? null}
          lifted={read}
        />
      ))}
      <h3 className="apart">Set what stands against calls</h3>
      <BarForm
        csrf={me.csrf}
        account={found.account}
        phones={found.phones}
        attempt={null}
        done={read}
      />
    </section>
  );
}

/// How far it reaches, in words.
function reachOf(one: Standing, number: string | null): string {
  if (one.phone !== null) {
    return `For the number ${number ?? one.phone}.`;
  }
  return one.account === null ? "For the person, on all debts." : `For account ${one.account}.`;
}

function StandingRow({
  me,
  one,
  number,
  lifted,
}: {
  readonly me: Me;
  readonly one: Standing;
  /// The number it is about; null when it is about none alone.
  readonly number: string | null;
  readonly lifted: () => Promise<void>;
}) {
  const [reason, setReason] = useState("");
  const [evidence, setEvidence] = useState("");
  const [fault, setFault] = useState("");
  const lift = async (event: FormEvent) => {
    event.preventDefault();
    const reply = await api.liftBar({ kind: one.kind, id: one.id, reason, evidence }, me.csrf);
    setFault(faultOf(reply));
    await lifted();
  };
  const name = sentenceCase(one.code);
  return (
    <article className="answer rows" aria-label={name}>
      <div className="spread">
        <h3>{name}</h3>
        <span className="dim">
          since {formatStamp(one.from, ownZone)}
          {one.until === null ? "" : ` until ${formatStamp(one.until, ownZone)}`}, by{" "}
          {one.source.toLowerCase()}
        </span>
      </div>
      {wishWords(one) === "" ? null : <div>{wishWords(one)}</div>}
      <div className="dim">{reachOf(one, number)}</div>
      <div>{one.evidence || <span className="dim">No evidence was recorded.</span>}</div>
      {mayLift(me.agent.roles) ? (
        <form className="row" onSubmit={lift} style={{ alignItems: "end" }}>
          <TextInput
            size="xs"
            required
            withAsterisk={false}
            label={`Why ${name.toLowerCase()} is lifted`}
            value={reason}
            onChange={(e) => setReason(e.currentTarget.value)}
          />
          <TextInput
            size="xs"
            required
            withAsterisk={false}
            label="What proves it"
            value={evidence}
            onChange={(e) => setEvidence(e.currentTarget.value)}
          />
          <Button size="xs" type="submit" variant="default">
            Lift
          </Button>
          <span className="act" role="status">
            {fault}
          </span>
        </form>
      ) : null}
    </article>
  );
}
