import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { intentsAllowed } from "../core/agent";
import { waitingFor } from "../core/page";
import { placeWords } from "../core/person";
import { api } from "../wire/api";
import type { Desk } from "../wire/desk";
import type { Found, FoundList } from "../wire/http";
import type { DeskView } from "./deskView";

/// Finds an account and dials one of its numbers by hand; the gate decides whether it may be.
export function ManualDial({ view, desk }: { view: DeskView; desk: Desk }) {
  const [query, setQuery] = useState("");
  const [found, setFound] = useState<FoundList | null>(null);
  const [fault, setFault] = useState("");
  const search = async (event: FormEvent) => {
    event.preventDefault();
    const reply = await api.search(query.trim(), view.me.csrf);
    setFound(reply.kind === "done" ? reply.body : null);
    setFault(
      reply.kind === "done"
        ? ""
        : reply.kind === "refused"
          ? reply.refused.sentence
          : "The server does not answer.",
    );
  };
  return (
    <section className="pane rows manual" aria-labelledby="manual">
      <h2 id="manual" className="eyebrow">
        Dial by hand
      </h2>
      <form className="row" role="search" onSubmit={search} style={{ alignItems: "end" }}>
        <TextInput
          id="search"
          style={{ flex: 1 }}
          label={
            <>
              Name, telephone or account&nbsp;<kbd>/</kbd>
            </>
          }
          aria-label="Name, telephone or account"
          description="A name in any order, a telephone number or its last digits, our account number, the beginning or end of the client’s"
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
      {found === null ? null : <Results view={view} desk={desk} found={found.found} />}
    </section>
  );
}

function foundWords({ found, more }: FoundList): string {
  return more ? `The first ${found.length} of more: type more of it` : `${found.length} found`;
}

function Results({ view, desk, found }: { view: DeskView; desk: Desk; found: readonly Found[] }) {
  const allowed = intentsAllowed(desk.state).includes("dialManually") && desk.line === "UP";
  return (
    <ul className="found">
      {found.map((one) => (
        <li key={one.account}>
          <div className="spread">
            <span className="strong">{one.name}</span>
            <span className="dim">
              Account {one.account} · client’s …{one.accountLast4}
            </span>
          </div>
          <div className="row">
            {one.phones.map((phone) => (
              <Button
                key={phone.id}
                size="xs"
                variant="default"
                disabled={!allowed}
                title={allowed ? undefined : "Connect your line first"}
                loading={waitingFor(view.page, "dialManually")}
                onClick={() =>
                  view.actions.ask({ kind: "dialManually", account: one.account, phone: phone.id })
                }
              >
                Dial {phone.number.text} {placeWords(phone.place).toLowerCase()}
              </Button>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
