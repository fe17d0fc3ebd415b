import { Button, Table } from "@mantine/core";
import { type AgentRow, agentRows } from "../core/floor";
import type { CampaignLine } from "../wire/floor";
import { Face, Mark } from "./Mark";

interface Props {
  readonly line: CampaignLine;
  readonly nowMillis: number;
  /// Takes an agent out after the present call; null when this person may not.
  readonly pause: ((agent: number) => void) | null;
  /// What is shown is old: nobody orders by it.
  readonly stale: boolean;
}

/// The agents of a campaign, those who want help first.
export function AgentTable({ line, nowMillis, pause, stale }: Props) {
  const rows = agentRows(line, nowMillis);
  if (rows.length === 0) {
    return <p className="dim">Nobody is at a desk.</p>;
  }
  return (
    <Table.ScrollContainer
      minWidth={640}
      scrollAreaProps={{
        offsetScrollbars: false,
        viewportProps: { tabIndex: 0, role: "region", "aria-label": `Agents of ${line.name}` },
      }}
    >
      <Table verticalSpacing={5} className="lines">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Agent</Table.Th>
            <Table.Th>State</Table.Th>
            <Table.Th className="right">In state</Table.Th>
            <Table.Th>Line</Table.Th>
            <Table.Th className="right">Calls</Table.Th>
            <Table.Th className="right">
              <abbr title="Right-party contacts: identity verified, today">RPC</abbr>
            </Table.Th>
            <Table.Th className="right">
              <abbr title="Promises to pay taken today">PTP</abbr>
            </Table.Th>
            {pause === null ? null : <Table.Th>Order</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Row key={row.agent} row={row} pause={pause} stale={stale} />
          ))}
        </Table.Tbody>
      </Table>
      <p className="legend">
        Today: Calls are calls taken; RPC are right-party contacts (the agent verified that it is
        the consumer); PTP are promises to pay.
        {pause === null
          ? ""
          : " Taking out cannot be taken back here: the agent goes ready again at the desk."}
      </p>
    </Table.ScrollContainer>
  );
}

function Row({ row, pause, stale }: { row: AgentRow; pause: Props["pause"]; stale: boolean }) {
  return (
    <Table.Tr data-help={row.helpWanted || undefined}>
      <Table.Td>
        {row.name}
        {row.helpWanted ? (
          <span className="act help">
            <Mark shape="bang" size={11} /> wants help
          </span>
        ) : null}
      </Table.Td>
      <Table.Td>
        <Face face={row.face} /> <span className={row.over ? "watch" : "dim"}>{row.detail}</span>
      </Table.Td>
      <Table.Td className={row.over ? "right watch" : "right"}>{row.inState}</Table.Td>
      <Table.Td className={row.line === "up" ? "" : "act"}>{row.line}</Table.Td>
      <Table.Td className="right">{row.calls}</Table.Td>
      <Table.Td className="right">{row.rightParty}</Table.Td>
      <Table.Td className="right">{row.promises}</Table.Td>
      {pause === null ? null : (
        <Table.Td>
          <Button
            size="compact-xs"
            variant="default"
            disabled={stale || !row.canPause}
            onClick={() => pause(row.agent)}
            aria-label={row.later ? `Take ${row.name} out after the call` : `Take ${row.name} out`}
          >
            {row.later ? "Take out after call" : "Take out"}
          </Button>
        </Table.Td>
      )}
    </Table.Tr>
  );
}
