import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { placesOf, zonesOf } from "../core/facts";
import { faultOf } from "../core/office";
import { type FactChoices, factsApi, type SaidPlace } from "../wire/facts";
import { Fold } from "./Fold";

interface Props {
  readonly csrf: string;
  readonly attempt: number;
  readonly verified: boolean;
}

/// Where somebody says the consumer is: calls go by the clock and the law of that place from then
/// on.
export function SaysPlace({ csrf, attempt, verified }: Props) {
  const empty: SaidPlace = { attempt, place: "", zone: null, days: null, words: "" };
  const [choices, setChoices] = useState<FactChoices | null>(null);
  const [form, setForm] = useState(empty);
  const [told, setTold] = useState("");
  const opened = () => {
    if (choices === null) {
      void factsApi
        .choices()
        .then((reply) => setChoices(reply.kind === "done" ? reply.body : null));
    }
  };
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    const reply = await factsApi.said(form, csrf);
    setTold(faultOf(reply) || "It is kept.");
    if (reply.kind === "done") {
      setForm(empty);
    }
  };
  const zones = zonesOf(choices, form.place);
  return (
    <Fold title="Says they are in…" opened={opened}>
      <form className="rows" onSubmit={keep} aria-label="A place that was named in this call">
        <p className="dim">
          {verified
            ? "The consumer’s word counts instead of what her numbers and addresses point to."
            : "Nobody has proved identity: it is added to what her numbers and addresses point to."}
        </p>
        <NativeSelect
          size="xs"
          label="State or province"
          required
          withAsterisk={false}
          value={form.place}
          data={["", ...placesOf(choices)]}
          onChange={(e) => setForm({ ...form, place: e.currentTarget.value, zone: null })}
        />
        {zones.length > 1 ? (
          <NativeSelect
            size="xs"
            label="Zone"
            value={form.zone ?? ""}
            data={[
              { value: "", label: "Any of them" },
              ...zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") })),
            ]}
            onChange={(e) => setForm({ ...form, zone: e.currentTarget.value || null })}
          />
        ) : null}
        <NativeSelect
          size="xs"
          label="For how long"
          value={`${form.days ?? ""}`}
          data={[
            { value: "", label: "Until she says otherwise" },
            { value: "1", label: "A day" },
            { value: "7", label: "A week" },
            { value: "30", label: "A month" },
          ]}
          onChange={(e) => {
            const days = e.currentTarget.value;
            setForm({ ...form, days: days === "" ? null : Number(days) });
          }}
        />
        <TextInput
          size="xs"
          label="What was said"
          required
          withAsterisk={false}
          maxLength={500}
          value={form.words}
          onChange={(e) => setForm({ ...form, words: e.currentTarget.value })}
        />
        <div>
          <Button size="xs" type="submit">
            Keep it
          </Button>
        </div>
        <div role="status" className="dim">
          {told}
        </div>
      </form>
    </Fold>
  );
}
