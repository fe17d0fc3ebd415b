import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { flat, isInvented, wrongWith } from "../core/audit";
import { formatStamp, ownZone } from "../core/time";
import { sentenceCase } from "../core/words";
import { auditApi, type Decision, type Row, type RuleAsked } from "../wire/audit";
import type { Me } from "../wire/http";
import { lookAt } from "./RecordsTable";
import { RecordingPanel } from "./RecordingPanel";
import { UnmaskPanel } from "./UnmaskPanel";
import { Clocked } from "./YourClock";

/// One decision: what it looked at, what refused and on what law, and its place in the ledger. It
/// stands below the list, so it comes into sight by itself when it is opened.
export function DecisionPanel({ me, row }: { readonly me: Me; readonly row: Row }) {
  const [decision, setDecision] = useState<Decision | null>(null);
  const [fault, setFault] = useState("");
  useEffect(() => {
    void auditApi.decision(row.place, me.csrf).then((reply) => {
      setDecision(reply.kind === "done" ? reply.body : null);
      setFault(wrongWith(reply));
    });
  }, [row.place, me.csrf]);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    head.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    head.current?.scrollIntoView({ block: "start" });
  }, [decision]);
  return (
    <section className="pane rows" aria-labelledby="decision">
      <div className="spread decision-head">
        <h2 id="decision" ref={head} tabIndex={-1}>
          Decision {row.place.id}: {row.allowed ? "allowed" : "refused"}
        </h2>
        <Button
          size="xs"
          variant="default"
          onClick={() => document.getElementById(lookAt(row))?.focus()}
        >
          Back to the list
        </Button>
      </div>
      <div className="dim">
        {formatStamp(row.place.decidedAt, ownZone)} · {row.campaign ?? "outside any campaign"} ·{" "}
        {sentenceCase(row.mode).toLowerCase()}
        {row.attempt === null ? "" : ` · attempt ${row.attempt}`}
      </div>
      {decision !== null && isInvented(decision) ? (
        <p className="dim">
          Invented for the demonstration: no rulebook was asked, so there is nothing to explain.
        </p>
      ) : (
        <a href={`#/office/decision/${row.place.id}`}>Explain it rule by rule</a>
      )}
      {fault === "" ? null : (
        <div role="alert" className="act">
          {fault}
        </div>
      )}
      {decision === null ? null : <Told decision={decision} />}
      <UnmaskPanel key={row.consumer} me={me} consumer={row.consumer} />
      {row.recorded && row.attempt !== null ? <RecordingPanel attempt={row.attempt} /> : null}
    </section>
  );
}

function Told({ decision }: { readonly decision: Decision }) {
  return (
    <>
      {decision.refusals.length === 0 ? (
        <p>No rule refused it.</p>
      ) : (
        <ol className="rows">
          {decision.refusals.map((one) => (
            <li key={one.rule}>
              <strong>{one.rule}</strong> <span className="dim">{one.book}</span>
              <div>{one.sentence}</div>
              <div className="dim">{one.citation}</div>
            </li>
          ))}
        </ol>
      )}
      {decision.nextAllowedAt === null ? null : (
        <p>Would have been allowed from {formatStamp(decision.nextAllowedAt, ownZone)} on.</p>
      )}
      <RulesAsked rows={decision.rows} />
      <details>
        <summary>What was looked at</summary>
        <dl className="inputs">
          {flat(decision.facts).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Clocked text={value} />
              </dd>
            </div>
          ))}
        </dl>
      </details>
      <dl className="inputs">
        <Fact name="Rulebooks" value={decision.rulebooks} />
        <Fact name="Hash of the rulebooks" value={decision.rulebooksSha256} />
        <Fact name="Time-zone rules" value={decision.tzdb} />
        <Fact
          name="In the ledger"
          value={
            decision.sealed === null
              ? "not sealed yet"
              : `entry ${decision.sealed.index}, leaf ${decision.sealed.leafHash}`
          }
        />
      </dl>
    </>
  );
}

/// Every row that was asked, in the gate's order.
function RulesAsked({ rows }: { readonly rows: readonly RuleAsked[] }) {
  const asked = rows.filter((row) => row.answer === "REFUSES" || row.answer === "PASSES");
  return asked.length === 0 ? null : (
    <details>
      <summary>
        Rules asked: {asked.length} of {rows.length}
      </summary>
      <ul className="rows">
        {asked.map((row) => (
          <li key={row.rule}>
            <span className={row.answer === "REFUSES" ? "act" : ""}>
              {row.answer === "REFUSES" ? "✗" : "✓"} {row.rule}
            </span>{" "}
            <span className="dim">{row.citation}</span>
            <div className="dim">
              <Clocked text={row.inputs.join(" · ")} />
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
