import { Button } from "@mantine/core";
import { useCallback, useEffect, useState } from "react";
import { faultOf, ownNumber } from "../core/office";
import { api } from "../wire/api";
import type { Found, Me } from "../wire/http";
import type { Behind } from "../wire/office";

interface Props {
  readonly me: Me;
  readonly campaign: number;
  readonly reason: { readonly code: string; readonly words: string };
  readonly choose: (found: Found) => void;
  readonly close: () => void;
}

/// The accounts behind one reason of the funnel, a page at a time, each with a way to why.
export function BehindReason({ me, campaign, reason, choose, close }: Props) {
  const [behind, setBehind] = useState<Behind | null>(null);
  const [fault, setFault] = useState("");
  const read = useCallback(
    async (after: number) => {
      const reply = await api.behind(campaign, reason.code, after, me.csrf);
      if (reply.kind === "done") {
        setBehind(reply.body);
      }
      setFault(faultOf(reply));
    },
    [campaign, reason.code, me.csrf],
  );
  useEffect(() => void read(0), [read]);
  const explain = async (account: number) => {
    const reply = await api.search(ownNumber(account), me.csrf);
    const found = reply.kind === "done" ? reply.body.found : [];
    const one = found.find((each) => each.account === account);
    setFault(faultOf(reply) || (one === undefined ? `Account ${account} is not there any more.` : ""));
    if (one !== undefined) {
      choose(one);
      window.scrollTo({ top: 0 });
    }
  };
  const accounts = behind?.accounts ?? [];
  return (
    <section className="rows" aria-labelledby="behind">
      <div className="spread">
        <h3 id="behind">{reason.words}</h3>
        <Button size="compact-xs" variant="subtle" onClick={close}>
          Close
        </Button>
      </div>
      <div role="status" className={fault === "" ? "dim" : "act"}>
        {fault || saidOf(behind)}
      </div>
      <div className="row" style={{ flexWrap: "wrap" }}>
        {accounts.map((account) => (
          <Button
            key={account}
            size="compact-xs"
            variant="default"
            aria-label={`Explain account ${account}`}
            onClick={() => void explain(account)}
          >
            {account}
          </Button>
        ))}
        {behind?.more ? (
          <Button size="compact-xs" onClick={() => void read(accounts.at(-1) ?? 0)}>
            The next
          </Button>
        ) : null}
      </div>
    </section>
  );
}

function saidOf(behind: Behind | null): string {
  if (behind === null) {
    return "Looking…";
  }
  return behind.accounts.length === 0
    ? "No accounts for this reason now."
    : `${behind.accounts.length} accounts by our numbers${behind.more ? ", and more" : ""}: choose one to see why.`;
}
