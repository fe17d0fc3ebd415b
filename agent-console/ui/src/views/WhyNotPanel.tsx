import { Button, NativeSelect } from "@mantine/core";
import { useEffect, useState } from "react";
import { faultOf, funnelLines } from "../core/office";
import { api } from "../wire/api";
import type { Found, Me } from "../wire/http";
import { BehindReason } from "./BehindReason";
import type { WhyNot } from "../wire/office";

const againMillis = 5_000;

interface Props {
  readonly me: Me;
  /// Shows whether an account may be called, and why.
  readonly choose: (found: Found) => void;
}

/// A reason whose accounts are listed.
interface Opened {
  readonly code: string;
  readonly words: string;
}

const dialable: Opened = { code: "DIALABLE", words: "May be dialed now" };

/// From all accounts of a campaign to those that may be dialed now, read again every five seconds.
/// Behind each number stand its accounts.
export function WhyNotPanel({ me, choose }: Props) {
  const [campaign, setCampaign] = useState(me.campaigns[0]?.id ?? 0);
  const [whyNot, setWhyNot] = useState<WhyNot | null>(null);
  const [fault, setFault] = useState("");
  const [opened, setOpened] = useState<Opened | null>(null);
  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async () => {
      const reply = await api.whyNot(campaign, me.csrf);
      if (!gone) {
        if (reply.kind === "done") {
          setWhyNot(reply.body);
        }
        setFault(faultOf(reply));
        timer = setTimeout(() => void read(), againMillis);
      }
    };
    void read();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [campaign, me.csrf]);
  return (
    <section className="pane rows" aria-labelledby="why-not">
      <div className="spread">
        <h2 id="why-not">Why not everybody is being called</h2>
        <NativeSelect
          size="xs"
          aria-label="Campaign"
          value={`${campaign}`}
          data={me.campaigns.map((one) => ({ value: `${one.id}`, label: one.name }))}
          onChange={(e) => {
            setCampaign(Number(e.currentTarget.value));
            setOpened(null);
          }}
        />
      </div>
      {fault === "" ? null : (
        <div role="alert" className="act">
          {fault}
        </div>
      )}
      {whyNot === null ? <p className="dim">Counting…</p> : <Funnel whyNot={whyNot} open={setOpened} />}
      {opened === null ? null : (
        <BehindReason
          key={`${campaign} ${opened.code}`}
          me={me}
          campaign={campaign}
          reason={opened}
          choose={choose}
          close={() => setOpened(null)}
        />
      )}
    </section>
  );
}

function Funnel({
  whyNot,
  open,
}: {
  readonly whyNot: WhyNot;
  readonly open: (reason: Opened) => void;
}) {
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label="Reasons, table">
      <table className="rules funnel" aria-label="Accounts by what keeps them back">
        <thead>
          <tr>
            <th scope="col">Reason</th>
            <th scope="col" className="count">
              Accounts
            </th>
            <th scope="col" className="count">
              Left
            </th>
            <th scope="col">Share</th>
            <th scope="col">
              <span className="unseen">Accounts behind it</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <tr className="strong">
            <td>All accounts</td>
            <td className="count">{figure(whyNot.accounts)}</td>
            <td className="count">{figure(whyNot.accounts)}</td>
            <td />
            <td />
          </tr>
          {funnelLines(whyNot).map((line) => (
            <tr key={line.code}>
              <td>
                {line.words}
                {line.waits ? <span className="dim"> · time ends it</span> : null}
              </td>
              <td className="count">−{figure(line.accounts)}</td>
              <td className="count">{figure(line.left)}</td>
              <td>
                <span className="share" style={{ width: `${Math.max(1, line.share * 100)}%` }} />
              </td>
              <td>
                <Show reason={line} open={open} />
              </td>
            </tr>
          ))}
          <tr className="strong">
            <td>May be dialed now</td>
            <td className="count">{figure(whyNot.dialable)}</td>
            <td className="count">{figure(whyNot.dialable)}</td>
            <td />
            <td>
              <Show reason={dialable} open={open} />
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function Show({
  reason,
  open,
}: {
  readonly reason: Opened;
  readonly open: (reason: Opened) => void;
}) {
  return (
    <Button
      size="compact-xs"
      variant="default"
      aria-label={`Show accounts: ${reason.words}`}
      onClick={() => open(reason)}
    >
      Show
    </Button>
  );
}

function figure(count: number): string {
  return count.toLocaleString("en-US");
}
