import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { emptyForm, mayRetain, maySearchRecords, queryOf, wrongWith } from "../core/audit";
import { ownZone } from "../core/time";
import { auditApi, type Choices, type Place, type Query, type Row } from "../wire/audit";
import type { Me } from "../wire/http";
import { AbandonmentPanel } from "./AbandonmentPanel";
import { DecisionPanel } from "./DecisionPanel";
import { ExportPanel } from "./ExportPanel";
import { RecordsSearch } from "./RecordsSearch";
import { RecordsTable } from "./RecordsTable";
import { RetentionPanel } from "./RetentionPanel";
import { TimelinePanel } from "./TimelinePanel";
import { endSession, TopMenu } from "./TopMenu";
import { YourClock } from "./YourClock";

interface Props {
  readonly me: Me;
  readonly others: readonly { readonly label: string; readonly go: () => void }[];
  readonly loggedOut: () => void;
}

type Tab = "search" | "abandonment" | "retention";

/// The compliance officer's page: every decision and call, who is kept how long, what is erased.
export function RecordsPage({ me, others, loggedOut }: Props) {
  const searches = maySearchRecords(me.agent.roles);
  const [tab, setTab] = useState<Tab>(searches ? "search" : "retention");
  return (
    <div className="floor">
      <header className="bar">
        <h1 className="bar-state">Records</h1>
        <nav className="row" aria-label="Parts of this page">
          {searches ? <TabButton tab="search" now={tab} go={setTab} label="Search" /> : null}
          {searches ? (
            <TabButton tab="abandonment" now={tab} go={setTab} label="Abandonment" />
          ) : null}
          {mayRetain(me.agent.roles) ? (
            <TabButton tab="retention" now={tab} go={setTab} label="Retention" />
          ) : null}
        </nav>
        <div className="row bar-help">
          <YourClock />
          <TopMenu
            me={me}
            shortcuts={null}
            others={others}
            logOut={() => void endSession(me, loggedOut)}
          />
        </div>
      </header>
      <main className="records rows">
        <Part tab={tab} me={me} />
      </main>
    </div>
  );
}

function Part({ tab, me }: { readonly tab: Tab; readonly me: Me }) {
  switch (tab) {
    case "search":
      return <Search me={me} />;
    case "abandonment":
      return <AbandonmentPanel />;
    case "retention":
      return <RetentionPanel me={me} />;
  }
}

function TabButton({
  tab,
  now,
  go,
  label,
}: {
  readonly tab: Tab;
  readonly now: Tab;
  readonly go: (tab: Tab) => void;
  readonly label: string;
}) {
  return (
    <Button
      size="xs"
      variant={tab === now ? "filled" : "default"}
      aria-current={tab === now ? "page" : undefined}
      onClick={() => go(tab)}
    >
      {label}
    </Button>
  );
}

const nothingFound = "Nothing found: widen the period, or leave a field empty";

const none: Choices = { campaigns: [], agents: [], rules: [] };

function Search({ me }: { readonly me: Me }) {
  const [choices, setChoices] = useState<Choices>(none);
  const [form, setForm] = useState(() => emptyForm(Date.now(), ownZone));
  const [query, setQuery] = useState<Query | null>(null);
  const [rows, setRows] = useState<readonly Row[]>([]);
  const [more, setMore] = useState(false);
  const [said, setSaid] = useState("Nothing searched yet: choose, then press Find");
  const [chosen, setChosen] = useState<Row | null>(null);
  useEffect(() => {
    void auditApi.choices().then((reply) => {
      if (reply.kind === "done") {
        setChoices(reply.body);
      }
    });
  }, []);
  const read = async (wanted: Query, before: readonly Row[]) => {
    const reply = await auditApi.search(wanted, me.csrf);
    const all = reply.kind === "done" ? [...before, ...reply.body.rows] : before;
    setRows(all);
    setMore(reply.kind === "done" && reply.body.more);
    setSaid(wrongWith(reply) || (all.length === 0 ? nothingFound : `${all.length} shown, newest first`));
  };
  const find = () => {
    const wanted = queryOf(form, ownZone);
    setChosen(null);
    if (typeof wanted === "string") {
      setSaid(wanted);
    } else {
      setQuery(wanted);
      void read(wanted, []);
    }
  };
  const after: Place | null = rows.at(-1)?.place ?? null;
  return (
    <>
      <RecordsSearch me={me} choices={choices} form={form} change={setForm} find={find} />
      <section className="pane rows" aria-labelledby="found">
        <div className="spread">
          <h2 id="found">Decisions and calls</h2>
          <span role="status" className="dim">
            {said}
          </span>
        </div>
        {query === null || rows.length === 0 ? null : <ExportPanel me={me} query={query} />}
        {rows.length === 0 ? null : (
          <RecordsTable rows={rows} chosen={chosen} choose={setChosen} />
        )}
        {more && query !== null ? (
          <Button variant="default" onClick={() => void read({ ...query, after }, rows)}>
            Show older ones
          </Button>
        ) : null}
      </section>
      {chosen === null ? null : (
        <div className="beside">
          <DecisionPanel key={`d${chosen.place.id}`} me={me} row={chosen} />
          <TimelinePanel
            key={`t${chosen.consumer}`}
            me={me}
            row={chosen}
            agents={choices.agents}
          />
        </div>
      )}
    </>
  );
}
