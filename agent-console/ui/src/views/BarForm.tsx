import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useEffect, useState } from "react";
import { bar, faultOf } from "../core/office";
import { sentenceCase } from "../core/words";
import { api } from "../wire/api";
import type { BarKind, SetBar } from "../wire/office";
import { type PhoneChoice, PhoneSelect } from "./PhoneSelect";

const places = ["HOME", "WORK", "MOBILE", "OTHER"];
const days = [
  "MONDAY",
  "TUESDAY",
  "WEDNESDAY",
  "THURSDAY",
  "FRIDAY",
  "SATURDAY",
  "SUNDAY",
] as const;

interface Props {
  readonly csrf: string;
  readonly account: number;
  readonly phones: readonly PhoneChoice[];
  /// The call in which it came up; null when in none.
  readonly attempt: number | null;
  readonly done: () => Promise<void>;
}

/// Sets what bars calls: agents during a call, officers and supervisors at any time.
export function BarForm({ csrf, account, phones, attempt, done }: Props) {
  const empty: SetBar = { ...bar("CEASE", account, null, ""), attempt };
  const [kinds, setKinds] = useState<readonly BarKind[]>([]);
  const [form, setForm] = useState<SetBar>(empty);
  const [fault, setFault] = useState("");
  useEffect(() => {
    void api.bars().then((reply) => setKinds(reply.kind === "done" ? reply.body : []));
  }, []);
  const set = async (event: FormEvent) => {
    event.preventDefault();
    const reply = await api.setBar({ ...form, attempt }, csrf);
    setFault(faultOf(reply));
    if (reply.kind === "done") {
      setForm(empty);
      await done();
    }
  };
  const reach = kinds.find((kind) => kind.code === form.bar)?.reach;
  return (
    <form className="row" onSubmit={set} style={{ alignItems: "end" }} aria-label="Set a bar">
      <NativeSelect
        size="xs"
        label="Set"
        value={form.bar}
        data={kinds.map((kind) => ({ value: kind.code, label: kind.label }))}
        onChange={(e) => setForm({ ...form, bar: e.currentTarget.value })}
      />
      {reach === "NUMBER" ? (
        <PhoneSelect
          phones={phones}
          value={`${form.phone ?? ""}`}
          choose={(phone) => setForm({ ...form, phone: phone === "" ? null : Number(phone) })}
          every="Choose a number"
        />
      ) : null}
      {form.bar === "INCONVENIENT_PLACE" ? (
        <NativeSelect
          size="xs"
          label="Place"
          value={form.place ?? ""}
          data={["", ...places].map((one) => ({ value: one, label: sentenceCase(one) }))}
          onChange={(e) => setForm({ ...form, place: e.currentTarget.value || null })}
        />
      ) : null}
      {form.bar === "INCONVENIENT_TIME" ? (
        <>
          <TextInput
            size="xs"
            type="time"
            label="From (her clock)"
            value={form.from ?? ""}
            onChange={(e) => setForm({ ...form, from: e.currentTarget.value || null })}
          />
          <TextInput
            size="xs"
            type="time"
            label="To"
            value={form.to ?? ""}
            onChange={(e) => setForm({ ...form, to: e.currentTarget.value || null })}
          />
          <Checkbox.Group
            size="xs"
            label="On (none ticked: every day)"
            value={[...form.days]}
            onChange={(ticked) => setForm({ ...form, days: ticked })}
          >
            <div className="row days">
              {days.map((day) => (
                <Checkbox key={day} size="md" value={day} label={sentenceCase(day).slice(0, 3)} />
              ))}
            </div>
          </Checkbox.Group>
        </>
      ) : null}
      <TextInput
        size="xs"
        style={{ flex: 1, minWidth: 200 }}
        required
        withAsterisk={false}
        label="What it rests on"
        value={form.evidence}
        onChange={(e) => setForm({ ...form, evidence: e.currentTarget.value })}
      />
      <Button size="xs" type="submit">
        Set now
      </Button>
      <span className="act" role="status">
        {fault}
      </span>
    </form>
  );
}
