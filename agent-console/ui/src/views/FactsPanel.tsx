import { useCallback, useEffect, useState } from "react";
import { factTitle } from "../core/facts";
import { faultOf, mayLift } from "../core/office";
import { formatStamp, ownZone } from "../core/time";
import { type FactChoices, factsApi, type KnownFact } from "../wire/facts";
import type { Found, Me } from "../wire/http";
import { FactForm } from "./FactForm";

/// What is known of this person from outside our own calls, with its evidence, and how an officer
/// records more.
export function FactsPanel({ me, found }: { readonly me: Me; readonly found: Found }) {
  const [known, setKnown] = useState<readonly KnownFact[]>([]);
  const [choices, setChoices] = useState<FactChoices | null>(null);
  const [fault, setFault] = useState("");
  const read = useCallback(async () => {
    const reply = await factsApi.known(found.account, me.csrf);
    setKnown(reply.kind === "done" ? reply.body : []);
    setFault(faultOf(reply));
  }, [found.account, me.csrf]);
  useEffect(() => void read(), [read]);
  useEffect(() => {
    void factsApi
      .choices()
      .then((reply) => setChoices(reply.kind === "done" ? reply.body : null));
  }, []);
  return (
    <section className="pane rows" aria-labelledby="facts">
      <h2 id="facts">Consents, notices, stated place</h2>
      {fault === "" ? null : (
        <div role="alert" className="act">
          {fault}
        </div>
      )}
      {known.length === 0 ? <p className="dim">Nothing is recorded.</p> : null}
      {known.map((one) => (
        <FactRow
          key={`${one.kind} ${one.id}`}
          one={one}
          title={factTitle(one, choices)}
          number={found.phones.find((phone) => phone.id === one.phone)?.number.text ?? null}
        />
      ))}
      {mayLift(me.agent.roles) ? (
        <>
          <h3 className="apart">Record what is known</h3>
          <FactForm
            csrf={me.csrf}
            account={found.account}
            phones={found.phones}
            choices={choices}
            done={read}
          />
        </>
      ) : null}
    </section>
  );
}

interface RowProps {
  readonly one: KnownFact;
  readonly title: string;
  /// The number it is about; null when it is about none alone.
  readonly number: string | null;
}

function FactRow({ one, title, number }: RowProps) {
  const about = [
    ...(one.phone === null ? [] : [`for the number ${number ?? one.phone}`]),
    ...(one.account === null ? [] : [`for account ${one.account}`]),
  ];
  return (
    <article className="answer rows" aria-label={title}>
      <div className="spread">
        <h3>
          {title}
          {one.stands ? "" : " (ended)"}
        </h3>
        <span className="dim">
          {formatStamp(one.at, ownZone)}
          {one.until === null ? "" : ` until ${formatStamp(one.until, ownZone)}`}, by{" "}
          {one.source.toLowerCase()}
        </span>
      </div>
      <div>{[...one.words, ...about].join(" · ")}</div>
      <div>{one.evidence || <span className="dim">No evidence was recorded.</span>}</div>
    </article>
  );
}
