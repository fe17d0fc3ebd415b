import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useEffect, useState } from "react";
import {
  appliedWords,
  everyRule,
  ruleOptions,
  type SearchForm,
  savable,
  savedWords,
  wrongWith,
} from "../core/audit";
import { outcomes } from "../core/office";
import { sentenceCase } from "../core/words";
import type { Reply } from "../wire/api";
import { auditApi, type Choices, type SavedSearch } from "../wire/audit";
import type { Me } from "../wire/http";

interface Props {
  readonly me: Me;
  readonly choices: Choices;
  readonly form: SearchForm;
  readonly change: (form: SearchForm) => void;
  readonly find: () => void;
}

/// Every field may be combined with every other.
export function RecordsSearch({ me, choices, form, change, find }: Props) {
  const [every, setEvery] = useState(false);
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
      onChange={(e) =>
        e.currentTarget.value === everyRule
          ? setEvery(true)
          : change({ ...form, [key]: e.currentTarget.value })
      }
    />
  );
  const named = (list: Choices["agents"]) =>
    list.map((one) => ({ value: `${one.id}`, label: one.name }));
  return (
    <section className="pane rows" aria-labelledby="search">
      <h2 id="search">Search</h2>
      <form className="fields" role="search" onSubmit={submit}>
        {field("name", "Name")}
        {field("consumer", "Our consumer number")}
        {field("phone", "Telephone number", "tel")}
        {field("account", "Our account number")}
        {choice("agent", "Agent", named(choices.agents))}
        {choice("campaign", "Campaign", named(choices.campaigns))}
        {choice("rule", "Refused by rule", ruleOptions(choices.rules, every, form.rule))}
        {choice(
          "outcome",
          "Outcome",
          outcomes.map((code) => ({ value: code, label: sentenceCase(code) })),
        )}
        {choice("allowed", "Verdict", [
          { value: "yes", label: "allowed" },
          { value: "no", label: "refused" },
        ])}
        {field("from", "From", "date")}
        {field("to", "Before this day", "date")}
        <Button size="xs" type="submit">
          Find
        </Button>
      </form>
      <Saved me={me} form={form} change={change} />
    </section>
  );
}

/// Searches that this person saved, without anything about a consumer.
function Saved({ me, form, change }: Pick<Props, "me" | "form" | "change">) {
  const [saved, setSaved] = useState<readonly SavedSearch[]>([]);
  const [name, setName] = useState("");
  const [said, setSaid] = useState("");
  const take = (reply: Reply<readonly SavedSearch[]>) => {
    if (reply.kind === "done") {
      setSaved(reply.body);
    }
    setSaid(wrongWith(reply));
  };
  useEffect(() => void auditApi.searches().then(take), []);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const called = name.trim();
    const before = saved.map((one) => one.name);
    const reply = await auditApi.saveSearch(called, savable(form), me.csrf);
    take(reply);
    if (reply.kind === "done") {
      setSaid(savedWords(form, called, before));
      setName("");
    }
  };
  return (
    <div className="row">
      {saved.map((one) => (
        <span className="row" key={one.name}>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => {
              change({ ...form, ...cleared, ...one.wanted });
              setSaid(appliedWords(one.name));
            }}
          >
            {one.name}
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={`Forget ${one.name}`}
            onClick={() => void auditApi.forgetSearch(one.name, me.csrf).then(take)}
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
          maxLength={80}
          value={name}
          onChange={(e) => setName(e.currentTarget.value)}
        />
        <Button size="xs" type="submit" variant="default">
          Save search
        </Button>
        <span role="status" className="act">
          {said}
        </span>
      </form>
    </div>
  );
}

/// A saved search is of nobody in particular.
const cleared = { name: "", consumer: "", phone: "", account: "" };
