import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useCallback, useEffect, useState } from "react";
import {
  kindWords,
  messageFaces,
  messageKinds,
  type MessageStep,
  messageSteps,
  missingKinds,
  mustSay,
  withoutIt,
} from "../core/messages";
import { faultOf } from "../core/office";
import { sentenceCase } from "../core/words";
import { formatStamp, ownZone } from "../core/time";
import type { Reply } from "../wire/api";
import type { Me } from "../wire/http";
import {
  type Message,
  type MessageDraft,
  type MessageKind,
  type Messages,
  messagesApi,
} from "../wire/messages";
import { Mark } from "./Mark";

/// What is played or left where others may listen: every version, and what may be done with it.
export function MessagesPanel({ me }: { readonly me: Me }) {
  const [all, setAll] = useState<Messages | null>(null);
  const [fault, setFault] = useState("");
  const read = useCallback(async () => {
    const reply = await messagesApi.all();
    setAll(reply.kind === "done" ? reply.body : null);
    return faultOf(reply);
  }, []);
  useEffect(() => void read().then(setFault), [read]);
  const taken = async (reply: Reply<unknown>) => {
    const unread = await read();
    setFault(faultOf(reply) || unread);
  };
  return (
    <section className="pane rows" aria-labelledby="messages">
      <h2 id="messages">Messages that are played or left</h2>
      {fault === "" ? null : (
        <div role="alert" className="act">
          {fault}
        </div>
      )}
      {all === null ? null : (
        <>
          {missingKinds(all.messages).map((kind) => (
            <p key={kind} className={kind === "ABANDONED" ? "act" : "dim"}>
              {withoutIt(kind)}
            </p>
          ))}
          {all.messages.map((one) => (
            <Version key={one.id} me={me} one={one} taken={taken} />
          ))}
          <OnMachines me={me} all={all} taken={taken} />
          <NewMessage me={me} taken={taken} />
        </>
      )}
    </section>
  );
}

type Taken = (reply: Reply<unknown>) => Promise<void>;

const labels: Readonly<Record<MessageStep, string>> = {
  approve: "Approve",
  activate: "Put in force",
  withdraw: "Withdraw",
};

function Version({
  me,
  one,
  taken,
}: {
  readonly me: Me;
  readonly one: Message;
  readonly taken: Taken;
}) {
  const [at, setAt] = useState("");
  const steps = messageSteps(one, me.agent.login);
  const face = messageFaces[one.state];
  const take = async (step: MessageStep) => {
    switch (step) {
      case "approve":
        return taken(await messagesApi.approve(one.id, me.csrf));
      case "activate":
        return taken(
          await messagesApi.activate(
            one.id,
            at === "" ? null : new Date(at).toISOString(),
            me.csrf,
          ),
        );
      case "withdraw":
        return taken(await messagesApi.withdraw(one.id, me.csrf));
    }
  };
  return (
    <article className="answer rows" aria-label={one.title}>
      <div className="spread">
        <h3>
          {kindWords(one.kind)}, {one.language}, version {one.version}
        </h3>
        <span className={`face tone-${face.tone}`}>
          <Mark shape={face.shape} /> {sentenceCase(one.state)}
        </span>
      </div>
      <blockquote className="wording">{one.body}</blockquote>
      <div className="dim">
        {"{business}"} is {one.business};{" "}
        {one.prompt === "" ? "said by agents only" : `sound ${one.prompt}`}; written by {one.author}
        {one.approver === null ? ", not approved yet" : `, approved by ${one.approver}`}
        {one.inForceFrom === null
          ? ""
          : `, in force from ${formatStamp(one.inForceFrom, ownZone)}`}
      </div>
      {steps.length === 0 ? null : (
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
          {steps.map((step) => (
            <Button
              key={step}
              size="xs"
              variant="default"
              aria-label={`${labels[step]}: ${one.title}`}
              onClick={() => void take(step)}
            >
              {labels[step]}
            </Button>
          ))}
        </div>
      )}
    </article>
  );
}

/// What each campaign leaves when a machine is heard.
function OnMachines({
  me,
  all,
  taken,
}: {
  readonly me: Me;
  readonly all: Messages;
  readonly taken: Taken;
}) {
  return (
    <>
      <h3 className="apart">What is left on answering machines</h3>
      <p className="dim">
        Only where a machine may dial ahead too: a message that is played is a prerecorded voice.
      </p>
      <div className="row" style={{ alignItems: "end" }}>
        {me.campaigns.map((campaign) => (
          <NativeSelect
            key={campaign.id}
            size="xs"
            label={campaign.name}
            value={all.onMachines.find((one) => one.campaign === campaign.id)?.kind ?? ""}
            data={[
              { value: "", label: "Nothing" },
              ...messageKinds.filter((kind) => kind.value !== "ABANDONED"),
            ]}
            onChange={(e) => {
              const kind = e.currentTarget.value;
              void messagesApi
                .onMachines(
                  { campaign: campaign.id, kind: kind === "" ? null : (kind as MessageKind) },
                  me.csrf,
                )
                .then(taken);
            }}
          />
        ))}
      </div>
    </>
  );
}

const empty: MessageDraft = {
  kind: "LIMITED_CONTENT",
  language: "en",
  business: "",
  body: "",
  prompt: "",
};

function NewMessage({ me, taken }: { readonly me: Me; readonly taken: Taken }) {
  const [form, setForm] = useState(empty);
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    const reply = await messagesApi.draft(form, me.csrf);
    if (reply.kind === "done") {
      setForm(empty);
    }
    await taken(reply);
  };
  const field = (key: "language" | "business" | "prompt", label: string, required: boolean) => (
    <TextInput
      size="xs"
      label={label}
      required={required}
      withAsterisk={false}
      value={form[key]}
      onChange={(e) => setForm({ ...form, [key]: e.currentTarget.value })}
    />
  );
  return (
    <form className="rows" onSubmit={keep} aria-label="Write a message">
      <h3 className="apart">Write a message</h3>
      <div className="row" style={{ alignItems: "end" }}>
        <NativeSelect
          size="xs"
          label="What it is for"
          value={form.kind}
          data={[...messageKinds]}
          onChange={(e) => setForm({ ...form, kind: e.currentTarget.value as MessageKind })}
        />
        {field("language", "Language", true)}
        {field("business", "Name of the business", true)}
        {field("prompt", "Sound, without its ending", form.kind === "ABANDONED")}
      </div>
      <Textarea
        label="Words"
        description={mustSay(form.kind)}
        required
        withAsterisk={false}
        autosize
        minRows={2}
        value={form.body}
        onChange={(e) => setForm({ ...form, body: e.currentTarget.value })}
      />
      <div>
        <Button size="xs" type="submit">
          Keep as a draft
        </Button>
      </div>
    </form>
  );
}
