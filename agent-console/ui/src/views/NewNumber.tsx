import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { e164Of } from "../core/form";
import { faultOf } from "../core/office";
import { sentenceCase } from "../core/words";
import { api } from "../wire/api";
import type { LearnedNumber } from "../wire/http";
import { Fold } from "./Fold";

const places = ["MOBILE", "HOME", "WORK", "OTHER"] as const;

interface Props {
  readonly csrf: string;
  readonly attempt: number;
  readonly verified: boolean;
}

/// A number that somebody gives in the call, with whose word it is and what was agreed to.
export function NewNumber({ csrf, attempt, verified }: Props) {
  const empty: LearnedNumber = {
    attempt,
    number: "",
    place: "MOBILE",
    giver: verified ? "CONSUMER" : "SOMEBODY_ELSE",
    dialing: "REFUSED",
    words: "",
  };
  const [form, setForm] = useState(empty);
  const [told, setTold] = useState("");
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    const number = e164Of(form.number);
    if (number === null) {
      setTold("Write ten digits, or + and the country’s code.");
      return;
    }
    const reply = await api.learnNumber({ ...form, attempt, number }, csrf);
    setTold(faultOf(reply) || "It is kept.");
    if (reply.kind === "done") {
      setForm(empty);
    }
  };
  return (
    <Fold title="New number…">
      <form className="rows" onSubmit={keep} aria-label="A number given in this call">
        <TextInput
          size="xs"
          type="tel"
          label="Number"
          required
          withAsterisk={false}
          value={form.number}
          onChange={(e) => setForm({ ...form, number: e.currentTarget.value })}
        />
        <NativeSelect
          size="xs"
          label="Where it rings"
          value={form.place}
          data={places.map((one) => ({ value: one, label: sentenceCase(one) }))}
          onChange={(e) =>
            setForm({ ...form, place: e.currentTarget.value as LearnedNumber["place"] })
          }
        />
        <NativeSelect
          size="xs"
          label="Who gave it"
          value={form.giver}
          data={[
            ...(verified ? [{ value: "CONSUMER", label: "The consumer, verified" }] : []),
            { value: "SOMEBODY_ELSE", label: "Somebody else" },
          ]}
          onChange={(e) =>
            setForm({ ...form, giver: e.currentTarget.value as LearnedNumber["giver"] })
          }
        />
        {form.giver === "CONSUMER" ? (
          <NativeSelect
            size="xs"
            label="“May we dial it by machine and play messages?”"
            value={form.dialing}
            data={[
              { value: "REFUSED", label: "No, or not asked" },
              { value: "AGREED", label: "Yes, she agreed" },
            ]}
            onChange={(e) =>
              setForm({ ...form, dialing: e.currentTarget.value as LearnedNumber["dialing"] })
            }
          />
        ) : null}
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
