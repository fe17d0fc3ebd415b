import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { factKinds, factOrder, placesOf, resultsOf, zonesOf } from "../core/facts";
import { faultOf } from "../core/office";
import { sentenceCase } from "../core/words";
import { type FactChoices, type FactKind, type FactOrder, factsApi } from "../wire/facts";
import { type PhoneChoice, PhoneSelect } from "./PhoneSelect";

interface Props {
  readonly csrf: string;
  readonly account: number;
  readonly phones: readonly PhoneChoice[];
  readonly choices: FactChoices | null;
  readonly done: () => Promise<void>;
}

/// Records one thing that is known of a person.
export function FactForm({ csrf, account, phones, choices, done }: Props) {
  const [form, setForm] = useState<FactOrder>(factOrder("CONSENT", account));
  const [told, setTold] = useState("");
  const change = (part: Partial<FactOrder>) => setForm({ ...form, ...part });
  const record = async (event: FormEvent) => {
    event.preventDefault();
    const reply = await factsApi.record(form, csrf);
    if (reply.kind === "done") {
      setTold(reply.body.recorded ? "It is recorded." : "The same, or something later, is known.");
      setForm(factOrder(form.kind, account));
      await done();
    } else {
      setTold(faultOf(reply));
    }
  };
  return (
    <form
      className="row"
      onSubmit={record}
      style={{ alignItems: "end", flexWrap: "wrap" }}
      aria-label="Record what is known"
    >
      <NativeSelect
        size="xs"
        label="What"
        value={form.kind}
        data={Object.entries(factKinds).map(([value, label]) => ({ value, label }))}
        onChange={(e) => setForm(factOrder(e.currentTarget.value as FactKind, account))}
      />
      <Particulars form={form} change={change} phones={phones} choices={choices} />
      <When label="When (empty: now)" value={form.at} choose={(at) => change({ at })} />
      {form.kind === "PLACE" || (form.kind === "CONSENT" && form.change === "GIVEN") ? (
        <When
          label="Until (empty: no end)"
          value={form.until}
          choose={(until) => change({ until })}
        />
      ) : null}
      <TextInput
        size="xs"
        style={{ flex: 1, minWidth: 200 }}
        required
        withAsterisk={false}
        maxLength={1000}
        label="What proves it"
        value={form.evidence}
        onChange={(e) => change({ evidence: e.currentTarget.value })}
      />
      <Button size="xs" type="submit">
        Record
      </Button>
      <span role="status">{told}</span>
    </form>
  );
}

interface PartProps {
  readonly form: FactOrder;
  readonly change: (part: Partial<FactOrder>) => void;
  readonly phones: readonly PhoneChoice[];
  readonly choices: FactChoices | null;
}

function Particulars({ form, change, phones, choices }: PartProps) {
  switch (form.kind) {
    case "PLACE":
      return <PlaceParts form={form} change={change} choices={choices} />;
    case "NOTICE":
      return (
        <>
          <Words
            label="Notice"
            value={form.notice ?? ""}
            words={["", ...(choices?.notices ?? [])]}
            choose={(notice) => change({ notice })}
          />
          <Debts form={form} change={change} />
        </>
      );
    case "CONTACT":
      return <ContactParts form={form} change={change} phones={phones} />;
    case "CONSENT":
      return <ConsentParts form={form} change={change} phones={phones} choices={choices} />;
    case "LOOK_UP":
      return <LookUpParts form={form} change={change} phones={phones} />;
  }
}

function PlaceParts({ form, change, choices }: Omit<PartProps, "phones">) {
  const zones = zonesOf(choices, form.place);
  return (
    <>
      <Words
        label="State or province"
        value={form.place ?? ""}
        words={["", ...placesOf(choices)]}
        plain
        choose={(place) => change({ place, zone: null })}
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
          onChange={(e) => change({ zone: e.currentTarget.value || null })}
        />
      ) : null}
      <NativeSelect
        size="xs"
        label="Whose word"
        value={form.word ?? ""}
        data={[
          { value: "CONSUMER", label: "Her own" },
          { value: "EMPLOYER", label: "Her employer is there" },
          { value: "SOMEBODY_ELSE", label: "Somebody else’s" },
        ]}
        onChange={(e) => change({ word: e.currentTarget.value })}
      />
    </>
  );
}

function ContactParts({ form, change, phones }: Omit<PartProps, "choices">) {
  return (
    <>
      <Words
        label="Contact"
        value={form.contact ?? ""}
        words={["INBOUND_CALL", "CALL_PLACED", "TEXT_SENT", "EMAIL_SENT"]}
        choose={(contact) => change({ contact, result: resultsOf(contact)[0] ?? null })}
      />
      <Words
        label="What came of it"
        value={form.result ?? ""}
        words={resultsOf(form.contact)}
        choose={(result) => change({ result })}
      />
      <Phone form={form} change={change} phones={phones} every="Not known" />
      <Debts form={form} change={change} />
    </>
  );
}

function ConsentParts({ form, change, phones, choices }: PartProps) {
  return (
    <>
      <NativeSelect
        size="xs"
        label="To what"
        value={form.consent ?? ""}
        data={(choices?.consents ?? []).map((one) => ({ value: one.code, label: one.label }))}
        onChange={(e) => change({ consent: e.currentTarget.value, from: null, to: null })}
      />
      <NativeSelect
        size="xs"
        label="It was"
        value={form.change ?? ""}
        data={[
          { value: "GIVEN", label: "Given" },
          { value: "WITHDRAWN", label: "Taken back" },
        ]}
        onChange={(e) =>
          change({ change: e.currentTarget.value, from: null, to: null, until: null })
        }
      />
      {form.consent === "TIME" && form.change === "GIVEN" ? (
        <>
          <TextInput
            size="xs"
            type="time"
            required
            withAsterisk={false}
            label="From (her clock)"
            value={form.from ?? ""}
            onChange={(e) => change({ from: e.currentTarget.value || null })}
          />
          <TextInput
            size="xs"
            type="time"
            required
            withAsterisk={false}
            label="To"
            value={form.to ?? ""}
            onChange={(e) => change({ to: e.currentTarget.value || null })}
          />
        </>
      ) : null}
      <Words
        label="To whom"
        value={form.receiver ?? ""}
        words={["COLLECTOR", "CREDITOR", "PRIOR_COLLECTOR"]}
        choose={(receiver) => change({ receiver })}
      />
      <Phone form={form} change={change} phones={phones} every="All numbers" />
      <Debts form={form} change={change} />
    </>
  );
}

function LookUpParts({ form, change, phones }: Omit<PartProps, "choices">) {
  return (
    <>
      <Phone form={form} change={change} phones={phones} every="Choose a number" />
      <Words
        label="Kind of line"
        value={form.lineType ?? ""}
        words={["", "LANDLINE", "MOBILE", "VOIP", "TOLL_FREE", "UNKNOWN"]}
        choose={(lineType) => change({ lineType })}
      />
      <NativeSelect
        size="xs"
        label="Reassigned"
        value={form.reassigned === null ? "" : `${form.reassigned}`}
        data={[
          { value: "", label: "Not asked" },
          { value: "false", label: "No" },
          { value: "true", label: "Yes, it is somebody else’s" },
        ]}
        onChange={(e) => {
          const answer = e.currentTarget.value;
          change({ reassigned: answer === "" ? null : answer === "true", since: null });
        }}
      />
      {form.reassigned === true ? (
        <When label="Since" value={form.since} choose={(since) => change({ since })} />
      ) : null}
      <When
        label="Became mobile (empty: not asked)"
        value={form.ported}
        choose={(ported) => change({ ported })}
      />
      <Words
        label="Protected line"
        value={form.protection ?? ""}
        words={["", "NONE", "EMERGENCY", "PATIENT_ROOM"]}
        choose={(protection) => change({ protection })}
      />
    </>
  );
}

interface WordsProps {
  readonly label: string;
  readonly value: string;
  readonly words: readonly string[];
  readonly choose: (word: string | null) => void;
  /// The words stand as they are.
  readonly plain?: true;
}

function Words({ label, value, words, choose, plain }: WordsProps) {
  return (
    <NativeSelect
      size="xs"
      label={label}
      value={value}
      data={words.map((word) => ({ value: word, label: plain ? word : sentenceCase(word) }))}
      onChange={(e) => choose(e.currentTarget.value || null)}
    />
  );
}

function Debts({ form, change }: Pick<PartProps, "form" | "change">) {
  return (
    <NativeSelect
      size="xs"
      label="About"
      value={form.debts}
      data={[
        { value: "THIS", label: "This debt" },
        { value: "ALL", label: "All her debts" },
      ]}
      onChange={(e) => change({ debts: e.currentTarget.value as FactOrder["debts"] })}
    />
  );
}

function Phone({
  form,
  change,
  phones,
  every,
}: Pick<PartProps, "form" | "change" | "phones"> & { readonly every: string }) {
  return (
    <PhoneSelect
      phones={phones}
      value={`${form.phone ?? ""}`}
      choose={(phone) => change({ phone: phone === "" ? null : Number(phone) })}
      every={every}
    />
  );
}

interface WhenProps {
  readonly label: string;
  readonly value: string | null;
  readonly choose: (instant: string | null) => void;
}

/// A moment on the officer's own clock.
function When({ label, value, choose }: WhenProps) {
  const [text, setText] = useState("");
  return (
    <TextInput
      size="xs"
      type="datetime-local"
      label={label}
      value={value === null ? "" : text}
      onChange={(e) => {
        const typed = e.currentTarget.value;
        setText(typed);
        choose(typed === "" ? null : new Date(typed).toISOString());
      }}
    />
  );
}
