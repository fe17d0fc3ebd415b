import { Button } from "@mantine/core";
import { useState } from "react";
import { wrongWith } from "../core/audit";
import { formatStamp, ownZone } from "../core/time";
import { actorWords, isRaw, kindWords, olderWords, particulars } from "../core/timeline";
import { auditApi, type Choices, type Moment, type Row } from "../wire/audit";
import type { Me } from "../wire/http";

interface Props {
  readonly me: Me;
  readonly row: Row;
  readonly agents: Choices["agents"];
}

/// What was done about a person. Looking at it is itself entered.
export function TimelinePanel({ me, row, agents }: Props) {
  const [moments, setMoments] = useState<readonly Moment[] | null>(null);
  const [said, setSaid] = useState("");
  const look = async () => {
    const reply = await auditApi.timeline(row.consumer, me.csrf);
    setMoments(reply.kind === "done" ? reply.body : null);
    setSaid(wrongWith(reply));
  };
  const older = olderWords(moments?.length ?? 0);
  return (
    <section className="pane rows" aria-labelledby="timeline">
      <div className="spread">
        <h2 id="timeline">Timeline of {row.name}</h2>
        <Button size="xs" variant="default" onClick={() => void look()}>
          {moments === null ? "Show" : "Refresh"}
        </Button>
      </div>
      <span role="status" className={said === "" ? "dim" : "act"}>
        {said || (moments === null ? "That it was shown is entered in the ledger." : "")}
      </span>
      {moments === null ? null : (
        <ol className="moments">
          {moments.map((moment, index) => (
            <li key={index}>
              <time className="dim stamp" dateTime={moment.at}>
                {formatStamp(moment.at, ownZone)}
              </time>{" "}
              <strong>{kindWords(moment.kind)}</strong>{" "}
              <span className="dim">by {actorWords(moment.actor, agents)}</span>
              <div className="particulars">{particulars(moment, ownZone)}</div>
              {isRaw(moment) ? <AsEntered moment={moment} /> : null}
            </li>
          ))}
        </ol>
      )}
      {older === "" ? null : <p className="dim">{older}</p>}
    </section>
  );
}

/// The entry as the ledger has it, for whoever compares it with an export.
function AsEntered({ moment }: { readonly moment: Moment }) {
  return (
    <details>
      <summary className="dim">As entered</summary>
      <div className="particulars">
        {moment.at} {moment.kind} {moment.actor} {moment.text}
      </div>
    </details>
  );
}
