import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useCallback, useEffect, useState } from "react";
import { faultOf, notAsked, obliges, passing, reachWords, weighty } from "../core/office";
import { formatStamp, ownZone } from "../core/time";
import { sentenceCase } from "../core/words";
import { api } from "../wire/api";
import type { Mode } from "../wire/desk";
import type { Found, Me } from "../wire/http";
import type { RuleRow, Told } from "../wire/office";
import { Mark } from "./Mark";
import { PhoneSelect } from "./PhoneSelect";
import { Clocked } from "./YourClock";

const modes: readonly Mode[] = ["PREDICTIVE", "PROGRESSIVE", "PREVIEW", "MANUAL"];

/// Whether the account may be called, number by number, and every rule with what it looked at.
export function ExplainPanel({ me, found }: { readonly me: Me; readonly found: Found }) {
  const [phone, setPhone] = useState("");
  const [mode, setMode] = useState("");
  const [at, setAt] = useState("");
  const [told, setTold] = useState<readonly Told[]>([]);
  const [fault, setFault] = useState("");
  const ask = useCallback(async () => {
    const reply = await api.explain(
      {
        account: found.account,
        phone: phone === "" ? null : Number(phone),
        mode: mode === "" ? null : (mode as Mode),
        at: at === "" ? null : new Date(at).toISOString(),
      },
      me.csrf,
    );
    setTold(reply.kind === "done" ? reply.body : []);
    setFault(faultOf(reply));
  }, [found.account, phone, mode, at, me.csrf]);
  useEffect(() => void ask(), [ask]);
  return (
    <section className="pane rows" aria-labelledby="explain">
      <div className="spread">
        <h2 id="explain">May we call {found.name}?</h2>
        <Button size="xs" variant="default" onClick={() => void ask()}>
          Ask again
        </Button>
      </div>
      <div className="row" style={{ alignItems: "end" }}>
        <PhoneSelect phones={found.phones} value={phone} choose={setPhone} every="Every number" />
        <NativeSelect
          size="xs"
          label="Mode"
          value={mode}
          data={[
            { value: "", label: "As the campaign" },
            ...modes.map((one) => ({ value: one, label: sentenceCase(one) })),
          ]}
          onChange={(e) => setMode(e.currentTarget.value)}
        />
        <TextInput
          size="xs"
          type="datetime-local"
          label="When"
          value={at}
          onChange={(e) => setAt(e.currentTarget.value)}
        />
      </div>
      {fault === "" ? null : (
        <div role="alert" className="act">
          {fault}
        </div>
      )}
      {told.map((one) => (
        <Answer key={one.phone} told={one} found={found} />
      ))}
    </section>
  );
}

function Answer({ told, found }: { readonly told: Told; readonly found: Found }) {
  const number = found.phones.find((phone) => phone.id === told.phone)?.number.text;
  return <ToldAnswer told={told} number={number ?? `Number ${told.phone}`} />;
}

/// What the gate says to one call, with every rule.
export function ToldAnswer({ told, number }: { readonly told: Told; readonly number: string }) {
  const rest = notAsked(told);
  const passed = passing(told);
  const decisive = weighty(told);
  return (
    <article className="rows answer" aria-label={number}>
      <div className="spread">
        <h3>{number}</h3>
        <span className={`face tone-${told.allowed ? "good" : "act"}`}>
          <Mark shape={told.allowed ? "circle" : "square"} />
          {told.allowed ? "May be called" : "May not be called"}
        </span>
      </div>
      <div className="dim">
        {told.allowed ? null : <NextAllowed told={told} />}
        {sentenceCase(told.mode)}; zones {told.zones.join(", ") || "unknown"}; law of{" "}
        {reachWords(told)}; {told.rulebooks}
      </div>
      {decisive.length === 0 ? null : (
        <RuleTable rows={decisive} label={`What decides for ${number}`} />
      )}
      {passed.length === 0 ? null : (
        <details>
          <summary>{passed.length === 1 ? "1 rule passes" : `${passed.length} rules pass`}</summary>
          <RuleTable rows={passed} label={`Rules that pass for ${number}`} />
        </details>
      )}
      {rest.length === 0 ? null : (
        <details>
          <summary>{rest.length} rules do not hold for this call</summary>
          <RuleTable rows={rest} label={`Rules not asked for ${number}`} />
        </details>
      )}
    </article>
  );
}

function NextAllowed({ told }: { readonly told: Told }) {
  return (
    <div className="strong">
      {told.nextAllowedAt === null
        ? "No time would do while nothing else changes."
        : `Next allowed ${formatStamp(told.nextAllowedAt, ownZone)}.`}
    </div>
  );
}

const faces = {
  REFUSES: { shape: "square", tone: "act", words: "Refuses" },
  PASSES: { shape: "circle", tone: "good", words: "Passes" },
  NOT_CONCERNED: { shape: "ring", tone: "calm", words: "Not concerned" },
  SWITCHED_OFF: { shape: "bars", tone: "calm", words: "Off" },
} as const;

const duty = { shape: "triangle", tone: "busy", words: "Obliges" } as const;

function RuleTable({ rows, label }: { readonly rows: readonly RuleRow[]; readonly label: string }) {
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={`${label}, table`}>
      <table className="rules" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">Answer</th>
            <th scope="col">Rule</th>
            <th scope="col">What it looked at</th>
            <th scope="col">What would have to change</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.book} ${row.rule}`}>
              <td>
                <RuleFace row={row} />
              </td>
              <td>
                <div className="strong">{row.rule}</div>
                <div>
                  {row.answer === "PASSES" && !obliges(row) ? (
                    <span className="dim">Looks for: </span>
                  ) : null}
                  {row.sentence}
                </div>
                <div className="dim">
                  {row.citation}; {row.book}; {row.provenance.toLowerCase()}
                </div>
              </td>
              <td>
                <dl className="inputs">
                  {row.inputs.map((input) => (
                    <div key={`${input.name} ${input.value}`}>
                      <dt>{input.name}</dt>
                      <dd>
                        <Clocked text={input.value} />
                      </dd>
                    </div>
                  ))}
                </dl>
              </td>
              <td>
                {row.change}
                {row.clearsAt === null ? null : (
                  <div className="dim">
                    Not before {formatStamp(row.clearsAt, ownZone)}
                  </div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RuleFace({ row }: { readonly row: RuleRow }) {
  const face = row.answer === "PASSES" && obliges(row) ? duty : faces[row.answer];
  return (
    <span className={`face tone-${face.tone}`}>
      <Mark shape={face.shape} /> {face.words}
    </span>
  );
}
