import { Button, FileButton, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useCallback, useEffect, useRef, useState } from "react";
import {
  changedFields,
  comparedWords,
  faultOf,
  nextWords,
  openWords,
  originWords,
  stepsOf,
  waitingWords,
} from "../core/office";
import { ownZone } from "../core/time";
import { sentenceCase } from "../core/words";
import { api, type Reply } from "../wire/api";
import type { Me } from "../wire/http";
import type { Change, Edition, RulebookStep, ShownBook, Tested, Trial } from "../wire/office";

/// All versions of all rulebooks; one of them with what it changes and what may be done with it.
export function RulebooksPanel({ me }: { readonly me: Me }) {
  const [editions, setEditions] = useState<readonly Edition[]>([]);
  const [chosen, setChosen] = useState("");
  const [fault, setFault] = useState("");
  const read = useCallback(async () => {
    const reply = await api.rulebooks();
    setEditions(reply.kind === "done" ? reply.body : []);
    setFault(faultOf(reply));
  }, []);
  useEffect(() => void read(), [read]);
  const changed = async (kept?: string) => {
    await read();
    setChosen((before) => kept ?? before);
  };
  const edition = editions.find((one) => title(one) === chosen) ?? editions[0];
  return (
    <section className="pane rows" aria-labelledby="rulebooks">
      <h2 id="rulebooks">Rulebooks</h2>
      {fault === "" ? null : (
        <div role="alert" className="act">
          {fault}
        </div>
      )}
      {waitingWords(editions) === "" ? null : (
        <div role="status" className="watch">
          {waitingWords(editions)}
        </div>
      )}
      {edition === undefined ? null : (
        <>
          <NativeSelect
            size="xs"
            label="Version"
            value={title(edition)}
            data={editions.map((one) => ({
              value: title(one),
              label: `${title(one)}, ${sentenceCase(one.state).toLowerCase()}`,
            }))}
            onChange={(e) => setChosen(e.currentTarget.value)}
          />
          <Version
            key={title(edition)}
            me={me}
            edition={edition}
            all={editions}
            changed={changed}
          />
        </>
      )}
    </section>
  );
}

function title(edition: Pick<Edition, "name" | "version">): string {
  return `${edition.name} ${edition.version}`;
}

interface VersionProps {
  readonly me: Me;
  readonly edition: Edition;
  readonly all: readonly Edition[];
  /// Told the version that was kept as a draft.
  readonly changed: (kept?: string) => Promise<void>;
}

function Version({ me, edition, all, changed }: VersionProps) {
  const [trial, setTrial] = useState<Trial | null>(null);
  const [tested, setTested] = useState<Reply<Tested> | null>(null);
  const [fault, setFault] = useState("");
  const [at, setAt] = useState("");
  const [trying, setTrying] = useState(false);
  const { name, version, sha256 } = edition;
  const which = { name, version };
  const shown = { name, version, sha256 };
  const taken = async (reply: Reply<unknown>) => {
    setFault(faultOf(reply));
    await changed();
  };
  const take = async (step: RulebookStep) => {
    switch (step) {
      case "try": {
        setTrying(true);
        const reply = await api.tryRulebook(shown, me.csrf);
        setTrying(false);
        setTrial(reply.kind === "done" ? reply.body : null);
        return taken(reply);
      }
      case "approve":
        return taken(await api.approveRulebook(shown, me.csrf));
      case "activate":
        return taken(
          await api.activateRulebook(name, version, instant(at), me.csrf),
        );
      case "roll-back":
        return taken(await api.rollBackRulebook(which, me.csrf));
    }
  };
  const steps = stepsOf(edition, me.agent.login, all);
  return (
    <>
      <p className="dim">
        {originWords(edition, ownZone)}; text {sha256.slice(0, 12)}. {nextWords(edition, me.agent.login)}
      </p>
      <div className="row" style={{ alignItems: "end" }}>
        {steps.includes("activate") ? (
          <TextInput
            size="xs"
            type="datetime-local"
            label="In force from (empty: now)"
            value={at}
            onChange={(e) => setAt(e.currentTarget.value)}
          />
        ) : null}
        <PolicyTests key={sha256} me={me} shown={shown} done={setTested} />
        {steps.map((step) => (
          <Button
            key={step}
            size="xs"
            variant="default"
            loading={step === "try" && trying}
            onClick={() => void take(step)}
          >
            {labels[step]}
          </Button>
        ))}
        <span className="act" role="status">
          {fault}
        </span>
      </div>
      {tested === null ? null : <TestedWords reply={tested} />}
      {trial === null ? null : <TrialWords trial={trial} />}
      <Changes me={me} edition={edition} />
      <Editor me={me} edition={edition} done={changed} />
    </>
  );
}

const labels: Readonly<Record<RulebookStep, string>> = {
  try: "Try on 30 days and tomorrow",
  approve: "Approve",
  activate: "Activate",
  "roll-back": "Roll back to the one before",
};

function instant(local: string): string | null {
  return local === "" ? null : new Date(local).toISOString();
}

function TrialWords({ trial }: { readonly trial: Trial }) {
  return (
    <div role="status">
      <div>Of the last 30 days: {comparedWords(trial.past)}</div>
      <div>Of tomorrow’s candidates: {comparedWords(trial.tomorrow)}</div>
      {openWords(trial).map((words) => (
        <div key={words} className="watch">
          {words}
        </div>
      ))}
    </div>
  );
}

/// Puts a file of policy tests to this version, with the other books in force.
function PolicyTests({
  me,
  shown,
  done,
}: {
  readonly me: Me;
  readonly shown: ShownBook;
  readonly done: (tested: Reply<Tested> | null) => void;
}) {
  const [running, setRunning] = useState(false);
  /// So that a file that was mended may be chosen again.
  const forget = useRef<() => void>(null);
  const run = async (file: File | null) => {
    if (file === null) {
      return;
    }
    setRunning(true);
    done(null);
    done(await api.testRulebook(shown, await file.text(), me.csrf));
    setRunning(false);
    forget.current?.();
  };
  return (
    <FileButton
      resetRef={forget}
      onChange={(file) => void run(file)}
      accept="application/json,.json"
    >
      {(props) => (
        <Button {...props} size="xs" variant="default" loading={running}>
          Run policy tests…
        </Button>
      )}
    </FileButton>
  );
}

function TestedWords({ reply }: { readonly reply: Reply<Tested> }) {
  if (reply.kind !== "done") {
    return (
      <div role="alert" className="act">
        {faultOf(reply)}
      </div>
    );
  }
  const { line, failures } = reply.body;
  return (
    <div role="status">
      {failures.length === 0 ? null : (
        <ul className="rows">
          {failures.map((one) => (
            <li key={one.id}>
              <span className="strong">{one.id}</span> {one.title}:{" "}
              {one.refused
                ? `cannot be read: ${one.actual}`
                : `expected ${one.expected}, decided ${one.actual}`}
              {one.rows.length === 0 ? "" : ` by ${one.rows.join(", ")}`}
            </li>
          ))}
        </ul>
      )}
      <div className="strong">{line}</div>
    </div>
  );
}

/// What the version changes against the one in force.
function Changes({ me, edition }: { readonly me: Me; readonly edition: Edition }) {
  const [changes, setChanges] = useState<readonly Change[]>([]);
  const { name, version } = edition;
  useEffect(() => {
    void api
      .rulebookDiff({ name, version }, me.csrf)
      .then((reply) => setChanges(reply.kind === "done" ? reply.body : []));
  }, [name, version, me.csrf]);
  if (changes.length === 0) {
    return <p className="dim">It says the same as the version in force.</p>;
  }
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label="What it changes, table">
      <table className="rules diff" aria-label="What it changes">
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Field</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {changes.flatMap(changedFields).map((one) => (
            <tr key={`${one.row} ${one.field}`}>
              <td>{one.row}</td>
              <td>{one.field === "" ? sentenceCase(one.kind) : one.field}</td>
              <td className="json">{one.before}</td>
              <td className="json">{one.after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/// The text of a version, to be kept as a draft of another version.
function Editor({
  me,
  edition,
  done,
}: {
  readonly me: Me;
  readonly edition: Edition;
  readonly done: (kept: string) => Promise<void>;
}) {
  const [text, setText] = useState<string | null>(null);
  const [fault, setFault] = useState("");
  const open = async () => {
    const reply = await api.rulebook({ name: edition.name, version: edition.version }, me.csrf);
    setText(reply.kind === "done" ? reply.body.content : null);
    setFault(faultOf(reply));
  };
  const keep = async () => {
    try {
      const book = JSON.parse(text ?? "");
      const reply = await api.draftRulebook(book, me.csrf);
      setFault(faultOf(reply));
      if (reply.kind === "done") {
        setText(null);
        await done(title(book));
      }
    } catch {
      setFault("This is not JSON. Look for a missing comma or quote.");
    }
  };
  return text === null ? (
    <div className="row">
      <Button size="xs" variant="default" onClick={() => void open()}>
        Edit as a draft
      </Button>
      <span className="act" role="status">
        {fault}
      </span>
    </div>
  ) : (
    <>
      <Textarea
        label="Rulebook (give it another version before you keep it)"
        autosize
        minRows={10}
        maxRows={30}
        styles={{ input: { fontFamily: "monospace" } }}
        value={text}
        onChange={(e) => setText(e.currentTarget.value)}
      />
      <div className="row">
        <Button size="xs" onClick={() => void keep()}>
          Keep as a draft
        </Button>
        <Button size="xs" variant="default" onClick={() => setText(null)}>
          Leave it
        </Button>
        <span className="act" role="status">
          {fault}
        </span>
      </div>
    </>
  );
}
