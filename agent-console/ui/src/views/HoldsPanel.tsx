import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useCallback, useEffect, useState } from "react";
import { bar, faultOf, mayLift } from "../core/office";
import { sentenceCase } from "../core/words";
import { api } from "../wire/api";
import type { Found, Me } from "../wire/http";
import type { BarKind, SetBar, Standing } from "../wire/office";
import { PhoneSelect } from "./OfficePage";

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
        <StandingRow key={`${one.kind} ${one.id}`} me={me} one={one} lifted={read} />
      ))}
      <SetForm me={me} found={found} done={read} />
    </section>
  );
}

function StandingRow({
  me,
  one,
  lifted,
}: {
  readonly me: Me;
  readonly one: Standing;
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
          since {new Date(one.from).toLocaleString()}, by {one.source.toLowerCase()}
        </span>
      </div>
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

const places = ["HOME", "WORK", "MOBILE", "OTHER"];

function SetForm({
  me,
  found,
  done,
}: {
  readonly me: Me;
  readonly found: Found;
  readonly done: () => Promise<void>;
}) {
  const [kinds, setKinds] = useState<readonly BarKind[]>([]);
  const [form, setForm] = useState<SetBar>(bar("CEASE", found.account, null, ""));
  const [fault, setFault] = useState("");
  useEffect(() => {
    void api.bars().then((reply) => setKinds(reply.kind === "done" ? reply.body : []));
  }, []);
  const set = async (event: FormEvent) => {
    event.preventDefault();
    const reply = await api.setBar(form, me.csrf);
    setFault(faultOf(reply));
    if (reply.kind === "done") {
      setForm(bar("CEASE", found.account, null, ""));
      await done();
    }
  };
  const reach = kinds.find((kind) => kind.code === form.bar)?.reach;
  return (
    <form className="row" onSubmit={set} style={{ alignItems: "end" }} aria-label="Set a bar">
      <NativeSelect
        size="xs"
        label="Set"
        value={form.bar}
        data={kinds.map((kind) => ({ value: kind.code, label: kind.label }))}
        onChange={(e) => setForm({ ...form, bar: e.currentTarget.value })}
      />
      {reach === "NUMBER" ? (
        <PhoneSelect
          found={found}
          value={`${form.phone ?? ""}`}
          choose={(phone) => setForm({ ...form, phone: phone === "" ? null : Number(phone) })}
          every="Choose a number"
        />
      ) : null}
      {form.bar === "INCONVENIENT_PLACE" ? (
        <NativeSelect
          size="xs"
          label="Place"
          value={form.place ?? ""}
          data={["", ...places].map((one) => ({ value: one, label: sentenceCase(one) }))}
          onChange={(e) => setForm({ ...form, place: e.currentTarget.value || null })}
        />
      ) : null}
      {form.bar === "INCONVENIENT_TIME" ? (
        <>
          <TextInput
            size="xs"
            type="time"
            label="From (her clock)"
            value={form.from ?? ""}
            onChange={(e) => setForm({ ...form, from: e.currentTarget.value || null })}
          />
          <TextInput
            size="xs"
            type="time"
            label="To"
            value={form.to ?? ""}
            onChange={(e) => setForm({ ...form, to: e.currentTarget.value || null })}
          />
        </>
      ) : null}
      <TextInput
        size="xs"
        style={{ flex: 1, minWidth: 200 }}
        required
        withAsterisk={false}
        label="What it rests on"
        value={form.evidence}
        onChange={(e) => setForm({ ...form, evidence: e.currentTarget.value })}
      />
      <Button size="xs" type="submit">
        Set now
      </Button>
      <span className="act" role="status">
        {fault}
      </span>
    </form>
  );
}
