import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useCallback, useEffect, useState } from "react";
import { wrongWith } from "../core/audit";
import { formatStamp, ownZone } from "../core/time";
import { sentenceCase } from "../core/words";
import { auditApi, type Erasure, type Retention } from "../wire/audit";
import type { Me } from "../wire/http";

type Send = (path: string, body: unknown) => Promise<void>;

/// Whose records have been kept long enough, what must stay, and what is being erased.
export function RetentionPanel({ me }: { readonly me: Me }) {
  const [all, setAll] = useState<Retention | null>(null);
  const [said, setSaid] = useState("");
  const read = useCallback(async () => {
    const reply = await auditApi.retention(null);
    setAll(reply.kind === "done" ? reply.body : null);
    return wrongWith(reply);
  }, []);
  const more = async (after: number) => {
    const reply = await auditApi.retention(after);
    if (reply.kind === "done") {
      const page = reply.body;
      setAll((before) => ({ ...page, due: [...(before?.due ?? []), ...page.due] }));
    }
    setSaid(wrongWith(reply));
  };
  useEffect(() => void read().then(setSaid), [read]);
  const send: Send = async (path, body) => {
    const reply = await auditApi.retain(path, body, me.csrf);
    const fault = await read();
    setSaid(wrongWith(reply) || fault || "Done.");
  };
  return (
    <>
      <div role="status" className="dim">
        {said}
      </div>
      {all === null ? null : (
        <>
          <DueTable all={all} send={send} more={more} />
          <Holds all={all} send={send} />
          <Erasures all={all} send={send} />
          <Orders send={send} />
        </>
      )}
    </>
  );
}

interface Props {
  readonly all: Retention;
  readonly send: Send;
}

function DueTable({
  all,
  send,
  more,
}: Props & { readonly more: (after: number) => Promise<void> }) {
  const last = all.due.at(-1)?.consumer;
  return (
    <section className="pane rows" aria-labelledby="due">
      <h2 id="due">Kept long enough</h2>
      <p className="dim">
        Three years after the last activity, every account closed (12 CFR 1006.100).
      </p>
      {all.due.length === 0 ? <p>Nobody is due.</p> : null}
      <ul className="rows">
        {all.due.map((one) => (
          <li className="spread" key={one.consumer}>
            <span>
              {one.name} <span className="dim">consumer {one.consumer}</span>
            </span>
            <span className="dim">
              last activity {formatStamp(one.lastActivity, ownZone).slice(0, 10)}, due{" "}
              {formatStamp(one.dueAt, ownZone).slice(0, 10)}
            </span>
            {one.held ? (
              <span className="watch">legal hold</span>
            ) : one.asked ? (
              <span className="dim">being erased</span>
            ) : (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={`Ask for the erasure of consumer ${one.consumer}`}
                onClick={() =>
                  void send("erasures", {
                    consumer: one.consumer,
                    ground: "RETENTION",
                    reason: "The time to keep is over.",
                  })
                }
              >
                Ask for erasure
              </Button>
            )}
          </li>
        ))}
      </ul>
      {all.moreDue && last !== undefined ? (
        <Button variant="default" onClick={() => void more(last)}>
          Show who is due behind these
        </Button>
      ) : null}
    </section>
  );
}

function Holds({ all, send }: Props) {
  return (
    <section className="pane rows" aria-labelledby="legal-holds">
      <h2 id="legal-holds">Legal holds</h2>
      {all.legalHolds.length === 0 ? <p>No legal hold is in force.</p> : null}
      <ul className="rows">
        {all.legalHolds.map((hold) => (
          <li className="spread" key={hold.id}>
            <span>
              {hold.name} <span className="dim">consumer {hold.consumer}</span>: {hold.reason}
            </span>
            <span className="dim">
              {hold.setBy}, {formatStamp(hold.setAt, ownZone)}
            </span>
            <ReasonForm
              label={`Why the hold on consumer ${hold.consumer} ends`}
              button="Release"
              done={(reason) => send(`legal-holds/${hold.id}/release`, { reason })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ReasonForm({
  label,
  button,
  done,
}: {
  readonly label: string;
  readonly button: string;
  readonly done: (reason: string) => Promise<void>;
}) {
  const [reason, setReason] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void done(reason.trim());
  };
  return (
    <form className="row" onSubmit={submit}>
      <TextInput
        size="xs"
        required
        aria-label={label}
        placeholder="Why"
        value={reason}
        onChange={(e) => setReason(e.currentTarget.value)}
      />
      <Button size="compact-xs" type="submit" variant="default">
        {button}
      </Button>
    </form>
  );
}

function Erasures({ all, send }: Props) {
  return (
    <section className="pane rows" aria-labelledby="erasures">
      <h2 id="erasures">Erasures</h2>
      {all.erasures.length === 0 ? <p>No erasure was asked for.</p> : null}
      <ul className="rows">
        {all.erasures.map((one) => (
          <li className="spread" key={one.id}>
            <span>
              Consumer {one.consumer}, {one.ground === "REQUEST" ? "as the person asked" : "kept long enough"}
              {one.reason === "" ? "" : `: ${one.reason}`}
            </span>
            <span className="dim">
              asked by {one.askedBy}
              {one.approvedBy === null ? "" : `, approved by ${one.approvedBy}`}
            </span>
            <span>{sentenceCase(one.state)}</span>
            <ErasureActs one={one} send={send} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ErasureActs({ one, send }: { readonly one: Erasure; readonly send: Send }) {
  switch (one.state) {
    case "ASKED":
      return (
        <span className="row">
          <Button
            size="compact-xs"
            aria-label={`Approve the erasure of consumer ${one.consumer}`}
            onClick={() => void send(`erasures/${one.id}/approve`, {})}
          >
            Approve
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`Withdraw the erasure of consumer ${one.consumer}`}
            onClick={() => void send(`erasures/${one.id}/withdraw`, {})}
          >
            Withdraw
          </Button>
        </span>
      );
    case "APPROVED":
      return <span className="dim">{one.removed} rows and files removed so far</span>;
    case "FINISHED":
      return (
        <a href={`/api/retention/erasures/${one.id}/certificate`} target="_blank" rel="noreferrer">
          Certificate ({one.removed} removed)
        </a>
      );
    case "WITHDRAWN":
      return null;
  }
}

/// Orders about any person, by number.
function Orders({ send }: { readonly send: Send }) {
  const [consumer, setConsumer] = useState("");
  const [what, setWhat] = useState("legal-holds");
  const [reason, setReason] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { consumer: Number(consumer), reason: reason.trim() };
    void send(what, what === "erasures" ? { ...body, ground: "REQUEST" } : body);
  };
  return (
    <section className="pane rows" aria-labelledby="orders">
      <h2 id="orders">Hold or erase somebody</h2>
      <form className="fields orders" onSubmit={submit}>
        <TextInput
          size="xs"
          required
          withAsterisk={false}
          label="Our consumer number"
          inputMode="numeric"
          pattern="[0-9]+"
          value={consumer}
          onChange={(e) => setConsumer(e.currentTarget.value)}
        />
        <NativeSelect
          size="xs"
          label="Order"
          value={what}
          data={[
            { value: "legal-holds", label: "Legal hold: erase nothing" },
            { value: "erasures", label: "Erase, as the person asked" },
          ]}
          onChange={(e) => setWhat(e.currentTarget.value)}
        />
        <TextInput
          size="xs"
          required
          withAsterisk={false}
          label="Why"
          value={reason}
          onChange={(e) => setReason(e.currentTarget.value)}
        />
        <Button type="submit" size="xs" variant="default">
          Order
        </Button>
      </form>
    </section>
  );
}
