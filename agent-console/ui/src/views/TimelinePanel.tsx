import { Button } from "@mantine/core";
import { useState } from "react";
import { utc, wrongWith } from "../core/audit";
import { auditApi, type Moment, type Row } from "../wire/audit";
import type { Me } from "../wire/http";

/// What was done about a person. Looking at it is itself entered.
export function TimelinePanel({ me, row }: { readonly me: Me; readonly row: Row }) {
  const [moments, setMoments] = useState<readonly Moment[] | null>(null);
  const [said, setSaid] = useState("");
  const look = async () => {
    const reply = await auditApi.timeline(row.consumer, me.csrf);
    setMoments(reply.kind === "done" ? reply.body : null);
    setSaid(wrongWith(reply));
  };
  return (
    <section className="pane rows" aria-labelledby="timeline">
      <div className="spread">
        <h2 id="timeline">Timeline of consumer {row.consumer}</h2>
        <Button size="xs" variant="default" onClick={() => void look()}>
          {moments === null ? "Show" : "Read again"}
        </Button>
      </div>
      <span role="status" className={said === "" ? "dim" : "act"}>
        {said || (moments === null ? "That it was shown is entered in the ledger." : "")}
      </span>
      {moments === null ? null : (
        <ol className="moments">
          {moments.map((moment, index) => (
            <li key={index}>
              <time className="dim" dateTime={moment.at}>
                {utc(moment.at)}
              </time>{" "}
              <strong>{moment.kind}</strong> <span className="dim">{moment.actor}</span>
              <div className="particulars">{moment.text === "{}" ? "" : moment.text}</div>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
