import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useCallback, useEffect, useState } from "react";
import { overrideFaces, overrideSteps, stepLabel, whoWords } from "../core/leave";
import { faultOf } from "../core/office";
import { formatStamp, ownZone } from "../core/time";
import type { Reply } from "../wire/api";
import type { Found, Me } from "../wire/http";
import { type OverridableRule, type Override, overridesApi } from "../wire/leave";
import { Mark } from "./Mark";
import { PhoneSelect } from "./PhoneSelect";

interface Props {
  readonly me: Me;
  /// The account that one may be asked for; null while none is chosen.
  readonly found: Found | null;
}

/// Rules set aside for one account, by two people: one asks, another approves.
export function OverridesPanel({ me, found }: Props) {
  const [all, setAll] = useState<readonly Override[] | null>(null);
  const [rules, setRules] = useState<readonly OverridableRule[]>([]);
  const [fault, setFault] = useState("");
  const read = useCallback(async () => {
    const reply = await overridesApi.all();
    setAll(reply.kind === "done" ? reply.body : null);
    return faultOf(reply);
  }, []);
  useEffect(() => {
    void read().then(setFault);
    void overridesApi
      .rules()
      .then((reply) => setRules(reply.kind === "done" ? reply.body : []));
  }, [read]);
  const taken = async (reply: Reply<unknown>) => {
    const unread = await read();
    setFault(faultOf(reply) || unread);
  };
  return (
    <section className="pane rows" aria-labelledby="overrides">
      <h2 id="overrides">Rules set aside</h2>
      <p className="dim">
        For one account, at most thirty days. One officer asks, another approves. A statute is never
        set aside.
      </p>
      {fault === "" ? null : (
        <div role="alert" className="act">
          {fault}
        </div>
      )}
      {all === null ? null : all.length === 0 ? (
        <p className="dim">Nothing was asked for.</p>
      ) : (
        all.map((one) => <Request key={one.id} me={me} one={one} taken={taken} />)
      )}
      {found === null ? (
        <p className="dim">Choose an account to ask for one.</p>
      ) : (
        <Ask key={found.account} csrf={me.csrf} found={found} rules={rules} taken={taken} />
      )}
    </section>
  );
}

type Taken = (reply: Reply<unknown>) => Promise<void>;

interface RequestProps {
  readonly me: Me;
  readonly one: Override;
  readonly taken: Taken;
}

function Request({ me, one, taken }: RequestProps) {
  const face = overrideFaces[one.state];
  const title = `${one.rule} for account ${one.account}`;
  return (
    <article className="answer rows" aria-label={title}>
      <div className="spread">
        <h3>{title}</h3>
        <span className={`face tone-${face.tone}`}>
          <Mark shape={face.shape} /> {face.words}
        </span>
      </div>
      <div>{one.reason}</div>
      <div className="dim">
        Rests on: {one.evidence}.{one.phone === null ? "" : ` Only for number ${one.phone}.`} From{" "}
        {formatStamp(one.from, ownZone)} until {formatStamp(one.until, ownZone)}.{" "}
        {whoWords(one)}.
      </div>
      <div className="row">
        {overrideSteps(one, me.agent.id).map((step) => {
          const label = stepLabel(step, one, me.agent.id);
          return (
            <Button
              key={step}
              size="xs"
              variant="default"
              aria-label={`${label}: ${title}`}
              onClick={() => void overridesApi.take(step, one.id, me.csrf).then(taken)}
            >
              {label}
            </Button>
          );
        })}
      </div>
    </article>
  );
}

interface AskProps {
  readonly csrf: string;
  readonly found: Found;
  readonly rules: readonly OverridableRule[];
  readonly taken: Taken;
}

function Ask({ csrf, found, rules, taken }: AskProps) {
  const [rule, setRule] = useState("");
  const [phone, setPhone] = useState("");
  const [form, setForm] = useState({ until: "", reason: "", evidence: "" });
  const chosen = rules.find((one) => one.rule === rule) ?? rules[0];
  const ask = async (event: FormEvent) => {
    event.preventDefault();
    if (chosen === undefined) {
      return;
    }
    const reply = await overridesApi.ask(
      {
        rule: chosen.rule,
        account: found.account,
        phone: phone === "" ? null : Number(phone),
        reason: form.reason,
        evidence: form.evidence,
        from: null,
        until: new Date(form.until).toISOString(),
      },
      csrf,
    );
    if (reply.kind === "done") {
      setForm({ until: "", reason: "", evidence: "" });
    }
    await taken(reply);
  };
  const field = (key: keyof typeof form, label: string, type: string) => (
    <TextInput
      size="xs"
      required
      withAsterisk={false}
      type={type}
      label={label}
      value={form[key]}
      onChange={(e) => setForm({ ...form, [key]: e.currentTarget.value })}
    />
  );
  return (
    <form className="rows" onSubmit={ask} aria-label="Ask to have a rule set aside">
      <h3 className="apart">Ask for {found.name}</h3>
      {chosen === undefined ? (
        <p className="dim">No rule in force may be set aside.</p>
      ) : (
        <>
          <div className="fields">
            <NativeSelect
              size="xs"
              label="Rule"
              value={chosen.rule}
              data={rules.map((one) => one.rule)}
              onChange={(e) => setRule(e.currentTarget.value)}
            />
            <PhoneSelect
              phones={found.phones}
              value={phone}
              choose={setPhone}
              every="Every number"
            />
            {field("until", "Set aside until", "datetime-local")}
            {field("reason", "Why", "text")}
            {field("evidence", "What it rests on", "text")}
          </div>
          <p className="dim">
            {chosen.sentence} ({chosen.citation})
          </p>
          <div>
            <Button size="xs" type="submit">
              Ask
            </Button>
          </div>
        </>
      )}
    </form>
  );
}
