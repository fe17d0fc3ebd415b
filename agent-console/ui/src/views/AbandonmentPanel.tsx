import { useEffect, useState } from "react";
import { percent, wrongWith } from "../core/audit";
import { type Abandoned, auditApi } from "../wire/audit";

const columns = ["Campaign", "Rule", "Window", "Answered", "Abandoned", "Share", "Ceiling", "Left"];

/// Abandonment of each campaign as each rule in force measures it.
export function AbandonmentPanel() {
  const [lines, setLines] = useState<readonly Abandoned[]>([]);
  const [said, setSaid] = useState("");
  useEffect(() => {
    void auditApi.abandonment().then((reply) => {
      setLines(reply.kind === "done" ? reply.body : []);
      setSaid(wrongWith(reply));
    });
  }, []);
  return (
    <section className="pane rows" aria-labelledby="abandonment">
      <div className="spread">
        <h2 id="abandonment">Abandonment</h2>
        <span role="status" className="act">
          {said}
        </span>
      </div>
      <p className="dim">
        Answered and abandoned hold the people whom the screening is estimated to have taken for
        machines. Left is what the rule allows of those answered so far; “Abandonments left” on the
        floor reckons with a whole window of answers, so that it can be more.
      </p>
      <div className="scroll" tabIndex={0} role="group" aria-label="Abandonment, table">
        <table className="list">
          <thead>
            <tr>
              {columns.map((column) => (
                <th scope="col" key={column}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={`${line.campaign} ${line.rule}`}>
                <td>{line.campaign}</td>
                <td>{line.rule}</td>
                <td>{line.window}</td>
                <td className="count">{line.answered}</td>
                <td className="count">{line.abandoned}</td>
                <td className={line.ratePpm > line.ceilingPpm ? "count act" : "count"}>
                  {percent(line.ratePpm)}
                </td>
                <td className="count">{percent(line.ceilingPpm)}</td>
                <td className="count">{line.left}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
