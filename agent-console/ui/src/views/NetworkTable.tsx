import { Table } from "@mantine/core";
import { type NetworkGroup, networkGroups, type NetworkRow, networkTroubles } from "../core/network";
import type { CampaignLine } from "../wire/floor";
import { Mark } from "./Mark";

/// What the network did with a campaign's calls: what is wrong in sentences, the rest when opened.
export function NetworkTable({ line }: { line: CampaignLine }) {
  const groups = networkGroups(line);
  if (groups.length === 0) {
    return null;
  }
  return (
    <div className="network">
      {networkTroubles(line).map((trouble) => (
        <p className="act" key={trouble}>
          <Mark shape="bang" size={11} /> {trouble}
        </p>
      ))}
      <details>
        <summary>What the network did</summary>
        <Table.ScrollContainer
          minWidth={860}
          scrollAreaProps={{
            offsetScrollbars: false,
            viewportProps: {
              tabIndex: 0,
              role: "region",
              "aria-label": `What the network did with the calls of ${line.name}`,
            },
          }}
        >
          <Table verticalSpacing={4} className="lines">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>By</Table.Th>
                {columns.map(({ title, of }) => (
                  <Table.Th className="right" key={title}>
                    <abbr title={of}>{title}</abbr>
                  </Table.Th>
                ))}
                <Table.Th className="right">
                  <abbr title="Answers beside those usual for the same numbers">Beside usual</abbr>
                </Table.Th>
                <Table.Th>Verdict</Table.Th>
              </Table.Tr>
            </Table.Thead>
            {groups.map((group) => (
              <Group key={group.title} group={group} />
            ))}
          </Table>
          <p className="legend">
            Older calls count less: half after 10 minutes for a trunk, a day for a caller-ID, a week
            for a list, two weeks for an hour. Hours are on the clock of the
            people who are called.
          </p>
        </Table.ScrollContainer>
      </details>
    </div>
  );
}

const columns = [
  { title: "Calls", of: "Calls that ended", key: "calls" },
  { title: "Answered", of: "A person answered", key: "answered" },
  { title: "Machine", of: "A machine answered", key: "machines" },
  { title: "No answer", of: "It rang and nobody came", key: "noAnswer" },
  { title: "Busy", of: "The line was busy", key: "busy" },
  { title: "Dead", of: "Nobody has this number", key: "dead" },
  { title: "Blocked", of: "Refused by a network on the way", key: "blocked" },
  { title: "Spam", of: "Refused as unwanted: SIP 603, 607 or 608", key: "spam" },
  { title: "Nowhere", of: "The call never got as far as the number", key: "failed" },
] as const;

function Group({ group }: { group: NetworkGroup }) {
  return (
    <Table.Tbody>
      <Table.Tr className="group">
        <Table.Th scope="rowgroup" colSpan={columns.length + 3}>
          {group.title}
        </Table.Th>
      </Table.Tr>
      {group.rows.map((row) => (
        <Row key={row.key} row={row} />
      ))}
    </Table.Tbody>
  );
}

function Row({ row }: { row: NetworkRow }) {
  return (
    <Table.Tr>
      <Table.Td>{row.name}</Table.Td>
      {columns.map(({ key }) => (
        <Table.Td className="right" key={key}>
          {row.line[key].toLocaleString("en-US")}
        </Table.Td>
      ))}
      <Table.Td className="right">{row.odds}</Table.Td>
      <Table.Td>
        {row.standing === null ? null : (
          <span className={`standing ${row.standing.tone === "dim" ? "dim" : `tone-${row.standing.tone}`}`}>
            <Mark shape={row.standing.shape} size={11} /> {row.standing.words}
          </span>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
