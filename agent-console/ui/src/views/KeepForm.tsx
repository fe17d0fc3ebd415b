import { Button, type ButtonProps, TextInput } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { e164Of } from "../core/form";
import { faultOf } from "../core/office";
import type { Reply } from "../wire/api";

/// What stands in a form, and what became of it when it was sent.
export interface Keeping<F> {
  readonly form: F;
  readonly told: string;
  readonly change: (part: Partial<F>) => void;
  readonly keep: (event: FormEvent) => Promise<void>;
}

/// A form that is empty again once it is kept. What cannot be sent is answered with a sentence.
export function useKeeping<F>(
  empty: F,
  kept: string,
  send: (form: F) => Promise<Reply<unknown>> | string,
): Keeping<F> {
  const [form, setForm] = useState(empty);
  const [told, setTold] = useState("");
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    const sent = send(form);
    if (typeof sent === "string") {
      setTold(sent);
      return;
    }
    const reply = await sent;
    setTold(faultOf(reply) || kept);
    if (reply.kind === "done") {
      setForm(empty);
    }
  };
  return { form, told, keep, change: (part) => setForm({ ...form, ...part }) };
}

/// Sends a form with its number as it is dialed.
export function withNumber<F extends { readonly number: string }>(
  form: F,
  send: (form: F) => Promise<Reply<unknown>>,
): Promise<Reply<unknown>> | string {
  const number = e164Of(form.number);
  return number === null
    ? "Write ten digits, or + and the country’s code."
    : send({ ...form, number });
}

interface Props {
  readonly label: string;
  readonly keeping: Pick<Keeping<unknown>, "told" | "keep">;
  readonly action: string;
  readonly variant?: ButtonProps["variant"];
  readonly children: ReactNode;
}

export function KeepForm({ label, keeping, action, variant, children }: Props) {
  return (
    <form className="rows" onSubmit={keeping.keep} aria-label={label}>
      {children}
      <div>
        <Button size="xs" variant={variant} type="submit">
          {action}
        </Button>
      </div>
      <div role="status" className="dim">
        {keeping.told}
      </div>
    </form>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly changed: (value: string) => void;
}

export function NumberField({ label, value, changed }: FieldProps) {
  return (
    <TextInput
      size="xs"
      type="tel"
      label={label}
      required
      withAsterisk={false}
      value={value}
      onChange={(e) => changed(e.currentTarget.value)}
    />
  );
}

interface LongFieldProps extends FieldProps {
  readonly lettersMax: number;
}

export function RequiredField({ label, value, changed, lettersMax }: LongFieldProps) {
  return (
    <TextInput
      size="xs"
      label={label}
      required
      withAsterisk={false}
      maxLength={lettersMax}
      value={value}
      onChange={(e) => changed(e.currentTarget.value)}
    />
  );
}
