import { Button, Table } from "@mantine/core";
import { useState } from "react";
import { phoneWords, roleWords } from "../core/administration";
import type { Member, SipAccount } from "../wire/administration";
import { NewLine, SipAccountShown } from "./LineForms";
import { NewMember, NewPassword } from "./MemberForms";
import type { Run } from "./useAdministration";

interface Props {
  readonly staff: readonly Member[];
  /// Who looks: nobody closes their own log-in.
  readonly me: number;
  readonly run: Run;
}

/// Everybody who may log in, and the form that enters another.
export function StaffAdministered({ staff, me, run }: Props) {
  const [resetting, reset] = useState<Member | null>(null);
  const [lining, line] = useState<Member | null>(null);
  const [account, give] = useState<SipAccount | null>(null);
  return (
    <section className="pane" aria-label="Users">
      <h2>Users</h2>
      <Table.ScrollContainer
        minWidth={640}
        scrollAreaProps={{
          offsetScrollbars: false,
          viewportProps: { tabIndex: 0, role: "region", "aria-label": "All users" },
        }}
      >
        <Table verticalSpacing={5} className="lines">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Login</Table.Th>
              <Table.Th>Name</Table.Th>
              <Table.Th>Roles</Table.Th>
              <Table.Th>Line</Table.Th>
              <Table.Th>Log-in</Table.Th>
              <Table.Th>Change</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {staff.map((member) => (
              <Row key={member.id} member={member} me={me} run={run} reset={reset} line={line} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {resetting === null ? null : (
        <NewPassword key={resetting.id} member={resetting} run={run} done={() => reset(null)} />
      )}
      {lining === null ? null : (
        <NewLine
          key={lining.id}
          member={lining}
          run={run}
          give={give}
          done={() => line(null)}
        />
      )}
      {account === null ? null : (
        <SipAccountShown account={account} done={() => give(null)} />
      )}
      <NewMember run={run} give={give} />
    </section>
  );
}

interface RowProps {
  readonly member: Member;
  readonly me: number;
  readonly run: Run;
  readonly reset: (member: Member) => void;
  readonly line: (member: Member) => void;
}

function Row({ member, me, run, reset, line }: RowProps) {
  const { id, login } = member;
  return (
    <Table.Tr>
      <Table.Td>{login}</Table.Td>
      <Table.Td>{member.name}</Table.Td>
      <Table.Td>{roleWords(member.roles)}</Table.Td>
      <Table.Td>
        {member.line}, {phoneWords(member.phone)}
      </Table.Td>
      <Table.Td className={member.active ? "" : "act"}>
        {member.active ? "open" : "closed"}
      </Table.Td>
      <Table.Td>
        <span className="row">
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`New password for ${login}`}
            onClick={() => reset(member)}
          >
            New password
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`Line of ${login}`}
            title="A desk phone or the softphone, and a new SIP secret"
            onClick={() => line(member)}
          >
            Line
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`Unlock ${login}`}
            title="Opens a log-in that was closed, or locked by wrong passwords"
            onClick={() => void run((ask) => ask.unlock(id))}
          >
            Unlock
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            className="end-call"
            aria-label={`Disable ${login}`}
            disabled={!member.active || id === me}
            onClick={() => void run((ask) => ask.disable(id))}
          >
            Disable
          </Button>
        </span>
      </Table.Td>
    </Table.Tr>
  );
}
