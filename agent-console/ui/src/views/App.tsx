import { Button, Loader } from "@mantine/core";
import { useCallback, useEffect, useState } from "react";
import { mayAdminister } from "../core/administration";
import { mayRetain } from "../core/audit";
import { maySeeFloor } from "../core/floor";
import { decisionOf, maySeeOffice } from "../core/office";
import { deniedPage, isPage } from "../core/pages";
import { mayDoTasks } from "../core/tasks";
import { api } from "../wire/api";
import type { Me } from "../wire/http";
import { AdministrationPage } from "./AdministrationPage";
import { DeskDoor } from "./DeskDoor";
import { FloorPage } from "./FloorPage";
import { LogIn } from "./LogIn";
import { OfficePage } from "./OfficePage";
import { RecordsPage } from "./RecordsPage";
import { TasksPage } from "./TasksPage";
import { useHash } from "./useHash";

type Session =
  | { readonly kind: "asking" }
  | { readonly kind: "out" }
  | { readonly kind: "unreachable" }
  | { readonly kind: "in"; readonly me: Me };

export function App() {
  const [session, setSession] = useState<Session>({ kind: "asking" });
  const refresh = useCallback(async () => setSession(await askWhoIAm()), []);
  useEffect(() => void refresh(), [refresh]);
  switch (session.kind) {
    case "asking":
      return (
        <main className="gate" aria-busy="true" aria-label="Loading">
          <Loader />
        </main>
      );
    case "unreachable":
      return <Unreachable retry={refresh} />;
    case "out":
      return <LogIn done={refresh} />;
    case "in":
      return <Home me={session.me} loggedOut={() => setSession({ kind: "out" })} />;
  }
}

async function askWhoIAm(): Promise<Session> {
  const reply = await api.me();
  switch (reply.kind) {
    case "done":
      return reply.body === null ? { kind: "out" } : { kind: "in", me: reply.body };
    case "refused":
      return reply.http >= 500 ? { kind: "unreachable" } : { kind: "out" };
    case "unreachable":
      return { kind: "unreachable" };
  }
}

const retryMillis = 3_000;

function Unreachable({ retry }: { retry: () => void }) {
  useEffect(() => {
    const again = setInterval(retry, retryMillis);
    return () => clearInterval(again);
  }, [retry]);
  return (
    <main className="gate">
      <section className="pane rows" role="status">
        <h1>The server does not answer</h1>
        <p className="dim">
          It is tried again every three seconds. If it stays so, call the supervisor.
        </p>
      </section>
    </main>
  );
}

function DeadEnd({ title, why, goOn }: { title: string; why: string; goOn: () => void }) {
  return (
    <main className="gate">
      <section className="pane rows" role="status">
        <h1>{title}</h1>
        <p className="dim">{why}</p>
        <Button onClick={goOn}>Go to my page</Button>
      </section>
    </main>
  );
}

function Home({ me, loggedOut }: { me: Me; loggedOut: () => void }) {
  const [hash, go] = useHash();
  const isAgent = me.agent.roles.includes("AGENT");
  const seesFloor = maySeeFloor(me.agent.roles);
  const administers = mayAdminister(me.agent.roles);
  const mayOffice = maySeeOffice(me.agent.roles);
  const goFloor = () => go("#/floor");
  const goDesk = isAgent ? () => go("#/desk") : null;
  const toDesk = goDesk === null ? [] : [{ label: "My desk", go: goDesk }];
  const toFloor = seesFloor ? [{ label: "Floor", go: goFloor }] : [];
  const toOffice = mayOffice ? [{ label: "Compliance", go: () => go("#/office") }] : [];
  const mayRecords = mayRetain(me.agent.roles);
  const toAdministration = administers
    ? [{ label: "Administration", go: () => go("#/administration") }]
    : [];
  const denied = deniedPage(hash, me.agent.roles);
  const goOn = () => go(seesFloor ? "#/floor" : "#/desk");
  if (!isPage(hash)) {
    return (
      <DeadEnd
        title="There is no such page"
        why="Perhaps the link was mistyped or is from another version."
        goOn={goOn}
      />
    );
  }
  if (denied !== null) {
    return (
      <DeadEnd
        title={`${denied} is not open to you`}
        why="The link leads to a page for other roles. An administrator gives roles."
        goOn={goOn}
      />
    );
  }
  if (administers && hash === "#/administration") {
    return (
      <AdministrationPage me={me} toDesk={goDesk} toFloor={goFloor} loggedOut={loggedOut} />
    );
  }
  if (mayOffice && hash.startsWith("#/office")) {
    return (
      <OfficePage
        me={me}
        others={[...toFloor, ...toDesk, ...toAdministration]}
        decision={decisionOf(hash)}
        loggedOut={loggedOut}
      />
    );
  }
  if (mayRecords && hash === "#/records") {
    return (
      <RecordsPage me={me} others={[...toFloor, ...toDesk, ...toOffice]} loggedOut={loggedOut} />
    );
  }
  if (mayDoTasks(me.agent.roles) && hash === "#/tasks") {
    return (
      <TasksPage me={me} others={[...toFloor, ...toDesk, ...toOffice]} loggedOut={loggedOut} />
    );
  }
  const floor = seesFloor && (hash === "#/floor" || !isAgent || !hash.startsWith("#/desk"));
  return floor ? (
    <FloorPage
      me={me}
      others={[...toOffice, ...toDesk, ...toAdministration]}
      toAdministration={administers ? () => go("#/administration") : null}
      loggedOut={loggedOut}
    />
  ) : (
    <DeskDoor me={me} toFloor={seesFloor ? () => go("#/floor") : null} loggedOut={loggedOut} />
  );
}
