import { Button, Checkbox, TextInput } from "@mantine/core";
import { type FormEvent, useCallback, useEffect, useState } from "react";
import { faultOf } from "../core/office";
import {
  type ClosingForm,
  closingForm,
  closingOf,
  isLate,
  isOfPayment,
  paidWords,
  whomWords,
} from "../core/tasks";
import { formatMoment, ownZone } from "../core/time";
import { sentenceCase } from "../core/words";
import type { Reply } from "../wire/api";
import type { Me } from "../wire/http";
import { type Task, type Tasks, tasksApi } from "../wire/tasks";
import { endSession, TopMenu } from "./TopMenu";
import { YourClock } from "./YourClock";

interface Props {
  readonly me: Me;
  readonly others: readonly { readonly label: string; readonly go: () => void }[];
  readonly loggedOut: () => void;
}

type Send = (reply: Promise<Reply<Tasks>>, done: string) => Promise<void>;

/// What calls and comparisons left to be done, and what came of it.
export function TasksPage({ me, others, loggedOut }: Props) {
  const [all, setAll] = useState<Tasks | null>(null);
  const [said, setSaid] = useState("");
  const show: Send = useCallback(async (reply, done) => {
    const answer = await reply;
    if (answer.kind === "done") {
      setAll(answer.body);
    }
    setSaid(faultOf(answer) || done);
  }, []);
  useEffect(() => void show(tasksApi.all(), ""), [show]);
  return (
    <div className="floor">
      <header className="bar">
        <h1 className="bar-state">Tasks</h1>
        <Button size="xs" variant="default" onClick={() => void show(tasksApi.all(), "")}>
          Refresh
        </Button>
        <span style={{ flex: 1 }} />
        <YourClock />
        <TopMenu
          me={me}
          shortcuts={null}
          others={others}
          logOut={() => void endSession(me, loggedOut)}
        />
      </header>
      <main className="records rows">
        <div role="status" className="dim">
          {said}
        </div>
        <section className="pane rows" aria-labelledby="open-tasks">
          <h2 id="open-tasks">To be done</h2>
          {all?.open.length === 0 ? <p>Nothing is to be done.</p> : null}
          {(all?.open ?? []).map((task) => (
            <OpenTask key={task.id} me={me} task={task} send={show} />
          ))}
        </section>
        <section className="pane rows" aria-labelledby="done-tasks">
          <h2 id="done-tasks">Done lately</h2>
          {all?.done.length === 0 ? <p>Nothing was done yet.</p> : null}
          <ul className="rows">
            {(all?.done ?? []).map((task) => (
              <DoneTask key={task.id} task={task} />
            ))}
          </ul>
        </section>
      </main>
    </div>
  );
}

function DoneTask({ task }: { readonly task: Task }) {
  return (
    <li className="spread">
      <span>
        {task.title} <span className="dim">{whomWords(task)}</span>
      </span>
      <span>{task.done?.result}</span>
      <span className="dim">
        {task.done?.by}, {formatMoment(task.done?.at ?? task.since, ownZone)}
      </span>
    </li>
  );
}

interface OneProps {
  readonly me: Me;
  readonly task: Task;
  readonly send: Send;
}

function OpenTask({ me, task, send }: OneProps) {
  const mine = task.holder?.id === me.agent.id;
  const late = isLate(task.dueAt, Date.now());
  const paid = paidWords(task);
  return (
    <article className="answer rows" aria-label={`Task ${task.id}: ${task.title}`}>
      <div className="spread">
        <h3>{task.title}</h3>
        <span className={late ? "act" : "dim"}>
          {late ? "was due" : "due"} {formatMoment(task.dueAt, ownZone)}
        </span>
      </div>
      <div className="spread">
        <span>
          {whomWords(task)} <span className="dim">{sentenceCase(task.kind)}</span>
        </span>
        <span className="dim">since {formatMoment(task.since, ownZone)}</span>
      </div>
      {paid === "" ? null : <div>The agent recorded {paid}.</div>}
      <div className="row">
        <span className="dim">
          {task.holder === null ? "Nobody has taken it." : `Taken by ${task.holder.name}.`}
        </span>
        {mine ? null : (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`Take task ${task.id}`}
            onClick={() => void send(tasksApi.take(task, me.csrf), "Taken.")}
          >
            {task.holder === null ? "Take" : "Take over"}
          </Button>
        )}
      </div>
      {mine || task.holder === null ? <CloseForm me={me} task={task} send={send} /> : null}
    </article>
  );
}

function CloseForm({ me, task, send }: OneProps) {
  const [form, setForm] = useState<ClosingForm>(() => closingForm(task, ownZone));
  const [wrong, setWrong] = useState("");
  const type = (change: Partial<ClosingForm>) => setForm({ ...form, ...change });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const closing = closingOf(task, form);
    setWrong(typeof closing === "string" ? closing : "");
    if (typeof closing !== "string") {
      void send(tasksApi.close(task, closing, me.csrf), "Done.");
    }
  };
  return (
    <form className="rows" onSubmit={submit}>
      {isOfPayment(task) ? (
        <Checkbox
          size="xs"
          label="The payment has come in"
          checked={form.verified}
          onChange={(e) => type({ verified: e.currentTarget.checked })}
        />
      ) : null}
      {form.verified ? <PaymentFields form={form} type={type} /> : null}
      <div className="row" style={{ alignItems: "end" }}>
        <TextInput
          size="xs"
          style={{ flex: 1 }}
          label={`What came of task ${task.id}`}
          maxLength={1000}
          value={form.result}
          onChange={(e) => type({ result: e.currentTarget.value })}
        />
        <Button size="xs" type="submit">
          Done
        </Button>
      </div>
      <span className="act" role="alert">
        {wrong}
      </span>
    </form>
  );
}

function PaymentFields({
  form,
  type,
}: {
  readonly form: ClosingForm;
  readonly type: (change: Partial<ClosingForm>) => void;
}) {
  return (
    <div className="row" style={{ alignItems: "end" }}>
      <TextInput
        size="xs"
        label="Amount that came in"
        inputMode="decimal"
        value={form.amount}
        onChange={(e) => type({ amount: e.currentTarget.value })}
      />
      <TextInput
        size="xs"
        type="date"
        label="Paid on"
        value={form.paidOn}
        onChange={(e) => type({ paidOn: e.currentTarget.value })}
      />
      <TextInput
        size="xs"
        label="Reference of the payment"
        maxLength={100}
        autoComplete="off"
        value={form.reference}
        onChange={(e) => type({ reference: e.currentTarget.value })}
      />
    </div>
  );
}
