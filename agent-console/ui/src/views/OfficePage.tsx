import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { faultOf, foundWords, mayLift } from "../core/office";
import { api } from "../wire/api";
import type { Found, FoundList, Me } from "../wire/http";
import { CorrectPanel } from "./CorrectPanel";
import { ExplainPanel } from "./ExplainPanel";
import { FactsPanel } from "./FactsPanel";
import { HoldsPanel } from "./HoldsPanel";
import { LicencesPanel } from "./LicencesPanel";
import { MessagesPanel } from "./MessagesPanel";
import { OverridesPanel } from "./OverridesPanel";
import { PastPanel } from "./PastPanel";
import { RulebooksPanel } from "./RulebooksPanel";
import { endSession, TopMenu } from "./TopMenu";
import { UnmaskPanel } from "./UnmaskPanel";
import { WhyNotPanel } from "./WhyNotPanel";
import { YourClock } from "./YourClock";

interface Props {
  readonly me: Me;
  readonly others: readonly { readonly label: string; readonly go: () => void }[];
  /// The decision that the address names; empty when it names none.
  readonly decision: string;
  readonly loggedOut: () => void;
}

/// The compliance page: may we call this account, what stands against it, and why not everybody is
/// being called.
export function OfficePage({ me, others, decision, loggedOut }: Props) {
  const [chosen, setChosen] = useState<Found | null>(null);
  return (
    <div className="floor">
      <header className="bar">
        <h1 className="bar-state">Compliance</h1>
        <span style={{ flex: 1 }} />
        <YourClock />
        <TopMenu
          me={me}
          shortcuts={null}
          others={others}
          logOut={() => void endSession(me, loggedOut)}
        />
      </header>
      <main className="office">
        <Finder me={me} chosen={chosen} choose={setChosen} />
        <div className="rows">
          {chosen === null ? (
            <section className="pane dim">
              Choose an account to see whether it may be called, and what stands against it.
            </section>
          ) : (
            <>
              <ExplainPanel key={`explain-${chosen.account}`} me={me} found={chosen} />
              <HoldsPanel key={`holds-${chosen.account}`} me={me} found={chosen} />
              <FactsPanel key={`facts-${chosen.account}`} me={me} found={chosen} />
            </>
          )}
          <PastPanel key={decision} me={me} decision={decision} />
          <WhyNotPanel me={me} choose={setChosen} />
          <CorrectPanel me={me} />
          {mayLift(me.agent.roles) ? (
            <>
              <OverridesPanel me={me} found={chosen} />
              <LicencesPanel me={me} />
              <MessagesPanel me={me} />
              <RulebooksPanel me={me} />
            </>
          ) : null}
        </div>
      </main>
    </div>
  );
}

interface FinderProps {
  readonly me: Me;
  readonly chosen: Found | null;
  readonly choose: (found: Found) => void;
}

function Finder({ me, chosen, choose }: FinderProps) {
  const [query, setQuery] = useState("");
  const [found, setFound] = useState<FoundList | null>(null);
  const [fault, setFault] = useState("");
  const search = async (event: FormEvent) => {
    event.preventDefault();
    const reply = await api.search(query.trim(), me.csrf);
    setFound(reply.kind === "done" ? reply.body : null);
    setFault(faultOf(reply));
  };
  return (
    <section className="pane rows finder" aria-labelledby="finder">
      <h2 id="finder" className="eyebrow">
        Account
      </h2>
      <form className="row" role="search" onSubmit={search} style={{ alignItems: "end" }}>
        <TextInput
          style={{ flex: 1 }}
          label="Name, number or account"
          minLength={3}
          required
          withAsterisk={false}
          value={query}
          onChange={(e) => setQuery(e.currentTarget.value)}
        />
        <Button type="submit" variant="default">
          Search
        </Button>
      </form>
      <div role="status" className={fault === "" ? "dim" : "act"}>
        {fault || (found === null ? "" : foundWords(found))}
      </div>
      <ul className="found">
        {(found?.found ?? []).map((one) => (
          <li key={one.account}>
            <Button
              fullWidth
              justify="space-between"
              variant={chosen?.account === one.account ? "filled" : "default"}
              aria-pressed={chosen?.account === one.account}
              h="auto"
              py={4}
              rightSection={<span>…{one.accountLast4}</span>}
              onClick={() => choose(one)}
            >
              <span className="named">
                {one.name}
                <small>{one.client}</small>
              </span>
            </Button>
          </li>
        ))}
      </ul>
      {chosen === null ? null : (
        <UnmaskPanel key={chosen.consumer} me={me} consumer={chosen.consumer} />
      )}
    </section>
  );
}
