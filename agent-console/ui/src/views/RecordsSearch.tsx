import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { type SearchForm, savable } from "../core/audit";
import { sentenceCase } from "../core/words";
import type { Choices } from "../wire/audit";
import type { Me } from "../wire/http";

const outcomes = [
  "CONVERSATION",
  "ABANDONED",
  "ANSWERED_THIRD_PARTY",
  "ANSWERED_DROPPED",
  "VOICEMAIL_NO_MESSAGE",
  "VOICEMAIL_LEFT",
  "RING_NO_ANSWER",
  "BUSY",
  "NOT_IN_SERVICE",
  "NETWORK_BLOCKED",
  "UNKNOWN",
];

interface Props {
  readonly me: Me;
  readonly choices: Choices;
  readonly form: SearchForm;
  readonly change: (form: SearchForm) => void;
  readonly find: () => void;
}

/// Every field may be combined with every other.
export function RecordsSearch({ me, choices, form, change, find }: Props) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    find();
  };
  const field = (key: keyof SearchForm, label: string, type = "text") => (
    <TextInput
      size="xs"
      label={label}
      type={type}
      value={form[key]}
      onChange={(e) => change({ ...form, [key]: e.currentTarget.value })}
    />
  );
  const choice = (
    key: keyof SearchForm,
    label: string,
    data: readonly { readonly value: string; readonly label: string }[],
  ) => (
    <NativeSelect
      size="xs"
      label={label}
      value={form[key]}
      data={[{ value: "", label: "any" }, ...data]}
      onChange={(e) => change({ ...form, [key]: e.currentTarget.value })}
    />
  );
  const named = (list: Choices["agents"]) =>
    list.map((one) => ({ value: `${one.id}`, label: one.name }));
  return (
    <section className="pane rows" aria-labelledby="search">
      <h2 id="search">Search</h2>
      <form className="fields" role="search" onSubmit={submit}>
        {field("name", "Name")}
        {field("consumer", "Consumer's number with us")}
        {field("phone", "Telephone number", "tel")}
        {field("account", "Account's number with us")}
        {choice("agent", "Agent", named(choices.agents))}
        {choice("campaign", "Campaign", named(choices.campaigns))}
        {choice(
          "rule",
          "Refused by rule",
          choices.rules.map((rule) => ({ value: rule, label: rule })),
        )}
        {choice(
          "outcome",
          "Outcome",
          outcomes.map((code) => ({ value: code, label: sentenceCase(code) })),
        )}
        {choice("allowed", "Verdict", [
          { value: "yes", label: "allowed" },
          { value: "no", label: "refused" },
        ])}
        {field("from", "From (UTC)", "date")}
        {field("to", "To before (UTC)", "date")}
        <Button type="submit">Find</Button>
      </form>
      <Saved me={me} form={form} change={change} />
    </section>
  );
}

/// Searches this person saved in this browser, without anything about a consumer.
function Saved({ me, form, change }: Pick<Props, "me" | "form" | "change">) {
  const key = `rightparty.searches.${me.agent.id}`;
  const [saved, setSaved] = useState<Readonly<Record<string, SearchForm>>>(() => read(key));
  const [name, setName] = useState("");
  const keep = (next: Readonly<Record<string, SearchForm>>) => {
    localStorage.setItem(key, JSON.stringify(next));
    setSaved(next);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    keep({ ...saved, [name.trim()]: savable(form) });
    setName("");
  };
  return (
    <div className="row">
      {Object.entries(saved).map(([title, one]) => (
        <span className="row" key={title}>
          <Button size="compact-xs" variant="default" onClick={() => change(one)}>
            {title}
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={`Forget ${title}`}
            onClick={() =>
              keep(Object.fromEntries(Object.entries(saved).filter(([other]) => other !== title)))
            }
          >
            ×
          </Button>
        </span>
      ))}
      <form className="row" onSubmit={save}>
        <TextInput
          size="xs"
          aria-label="Name of this search"
          placeholder="Name of this search"
          required
          value={name}
          onChange={(e) => setName(e.currentTarget.value)}
        />
        <Button size="xs" type="submit" variant="default">
          Save search
        </Button>
      </form>
    </div>
  );
}

function read(key: string): Readonly<Record<string, SearchForm>> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "{}") as Record<string, SearchForm>;
  } catch {
    return {};
  }
}
