import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useCallback, useEffect, useState } from "react";
import { licenceFaces, standingOf } from "../core/leave";
import { faultOf } from "../core/office";
import type { Reply } from "../wire/api";
import type { Me } from "../wire/http";
import { type Licence, licencesApi } from "../wire/leave";
import { Mark } from "./Mark";

/// Our leave to collect, by place: where one is required and none is held, nobody is called.
export function LicencesPanel({ me }: { readonly me: Me }) {
  const [all, setAll] = useState<readonly Licence[] | null>(null);
  const [fault, setFault] = useState("");
  const read = useCallback(async () => {
    const reply = await licencesApi.all();
    setAll(reply.kind === "done" ? reply.body : null);
    return faultOf(reply);
  }, []);
  useEffect(() => void read().then(setFault), [read]);
  const taken = async (reply: Reply<unknown>) => {
    const unread = await read();
    setFault(faultOf(reply) || unread);
  };
  return (
    <section className="pane rows" aria-labelledby="licences">
      <h2 id="licences">Licences</h2>
      <p className="dim">
        Where a licence is known to be required and none is valid, no call is placed.
      </p>
      {fault === "" ? null : (
        <div role="alert" className="act">
          {fault}
        </div>
      )}
      {all === null ? null : all.length === 0 ? (
        <p className="dim">None was entered.</p>
      ) : (
        <Entered all={all} csrf={me.csrf} taken={taken} />
      )}
      <NewLicence csrf={me.csrf} taken={taken} />
    </section>
  );
}

type Taken = (reply: Reply<unknown>) => Promise<void>;

interface EnteredProps {
  readonly all: readonly Licence[];
  readonly csrf: string;
  readonly taken: Taken;
}

function Entered({ all, csrf, taken }: EnteredProps) {
  const now = new Date();
  return (
    <div className="scroll" role="region" aria-label="Licences that were entered" tabIndex={0}>
      <table className="rules">
        <thead>
          <tr>
            <th scope="col">Place</th>
            <th scope="col">Stands</th>
            <th scope="col">Number</th>
            <th scope="col">From</th>
            <th scope="col">Until</th>
            <th scope="col">Rests on</th>
            <th scope="col">
              <span className="unseen">End</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {all.map((one) => {
            const standing = standingOf(one, now);
            const face = licenceFaces[standing];
            return (
              <tr key={one.id}>
                <th scope="row">{one.place}</th>
                <td>
                  <span className={`face tone-${face.tone}`}>
                    <Mark shape={face.shape} /> {face.words}
                  </span>
                </td>
                <td>{one.number || "–"}</td>
                <td className="stamp">{new Date(one.from).toLocaleDateString()}</td>
                <td className="stamp">
                  {one.until === null ? "–" : new Date(one.until).toLocaleDateString()}
                </td>
                <td>{one.evidence}</td>
                <td>
                  {standing === "HELD" || standing === "MISSING" ? (
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={`End now: ${one.place} ${one.number}`.trim()}
                      onClick={() => void licencesApi.end(one.id, null, csrf).then(taken)}
                    >
                      End now
                    </Button>
                  ) : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const empty = { place: "", number: "", from: "", until: "", evidence: "" };

function NewLicence({ csrf, taken }: { readonly csrf: string; readonly taken: Taken }) {
  const [form, setForm] = useState(empty);
  const enter = async (event: FormEvent) => {
    event.preventDefault();
    const instant = (typed: string) => (typed === "" ? null : new Date(typed).toISOString());
    const reply = await licencesApi.add(
      {
        place: form.place.trim().toUpperCase(),
        number: form.number.trim() === "" ? null : form.number.trim(),
        from: instant(form.from),
        until: instant(form.until),
        evidence: form.evidence,
      },
      csrf,
    );
    if (reply.kind === "done") {
      setForm(empty);
    }
    await taken(reply);
  };
  const field = (key: keyof typeof empty, label: string, more: object) => (
    <TextInput
      size="xs"
      withAsterisk={false}
      label={label}
      value={form[key]}
      onChange={(e) => setForm({ ...form, [key]: e.currentTarget.value })}
      {...more}
    />
  );
  return (
    <form className="rows" onSubmit={enter} aria-label="Enter a licence">
      <h3 className="apart">Enter a licence</h3>
      <div className="fields">
        {field("place", "Place", { required: true, placeholder: "US-TX" })}
        {field("number", "Number (empty: required, and missing)", {})}
        {field("from", "Valid from (empty: now)", { type: "datetime-local" })}
        {field("until", "Valid until (empty: without end)", { type: "datetime-local" })}
        {field("evidence", "What it rests on", { required: true })}
      </div>
      <div>
        <Button size="xs" type="submit">
          Enter
        </Button>
      </div>
    </form>
  );
}
