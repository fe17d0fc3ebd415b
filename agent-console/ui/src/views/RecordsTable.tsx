import { Button } from "@mantine/core";
import { result, talk } from "../core/audit";
import { formatStamp, ownZone } from "../core/time";
import { sentenceCase } from "../core/words";
import type { Row } from "../wire/audit";

interface Props {
  readonly rows: readonly Row[];
  readonly chosen: Row | null;
  readonly choose: (row: Row) => void;
}

/// The button that opens a row.
export function lookAt(row: Row): string {
  return `look-at-${row.place.id}`;
}

const columns = ["Time", "Consumer", "Number", "Verdict", "Deciding rule", "Result", "Talk"];

/// Decisions, refused ones too, with what became of them.
export function RecordsTable({ rows, chosen, choose }: Props) {
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label="Decisions and calls, table">
      <table className="list">
        <thead>
          <tr>
            <th scope="col">Look</th>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.place.id} aria-selected={row === chosen}>
              <td>
                <Button
                  size="compact-xs"
                  variant={row === chosen ? "filled" : "default"}
                  id={lookAt(row)}
                  aria-label={`Look at decision ${row.place.id}`}
                  onClick={() => choose(row)}
                >
                  {row.recorded ? "▶ Look" : "Look"}
                </Button>
              </td>
              <td className="count">{formatStamp(row.place.decidedAt, ownZone)}</td>
              <td>
                {row.name} <span className="dim">no. {row.consumer}</span>
              </td>
              <td>{row.phoneLast4 === null ? "erased" : `…${row.phoneLast4}`}</td>
              <td className={row.allowed ? "" : "act"}>{row.allowed ? "✓ allowed" : "✗ refused"}</td>
              <td>{row.rule || "none"}</td>
              <td>
                {result(row).split(" · ").map(sentenceCase).join(" · ")}
                {row.agent === null ? null : <span className="dim"> {row.agent}</span>}
              </td>
              <td className="count">{talk(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
