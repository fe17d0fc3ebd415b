import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { faultOf, outcomes } from "../core/office";
import { sentenceCase } from "../core/words";
import { api } from "../wire/api";
import type { Me } from "../wire/http";

/// Corrects how a call ended. What counts follows at once; what was recorded stays beside it.
export function CorrectPanel({ me }: { readonly me: Me }) {
  const [attempt, setAttempt] = useState("");
  const [outcome, setOutcome] = useState<string>(outcomes[0]);
  const [reason, setReason] = useState("");
  const [told, setTold] = useState("");
  const correct = async (event: FormEvent) => {
    event.preventDefault();
    const reply = await api.correct({ attempt: Number(attempt), outcome, reason }, me.csrf);
    setTold(
      reply.kind === "done" ? `Recorded as revision ${reply.body.revision}.` : faultOf(reply),
    );
  };
  return (
    <section className="pane rows" aria-labelledby="correct">
      <h2 id="correct">Correct how a call ended</h2>
      <p className="dim">
        The attempt’s number stands on the page Records, beside the decision. What was recorded
        stays; limits follow the correction at once.
      </p>
      <form className="row" onSubmit={correct} style={{ alignItems: "end" }}>
        <TextInput
          size="xs"
          required
          withAsterisk={false}
          inputMode="numeric"
          pattern="[1-9][0-9]*"
          label="Attempt’s number"
          value={attempt}
          onChange={(e) => setAttempt(e.currentTarget.value)}
        />
        <NativeSelect
          size="xs"
          label="It was"
          value={outcome}
          data={outcomes.map((one) => ({ value: one, label: sentenceCase(one) }))}
          onChange={(e) => setOutcome(e.currentTarget.value)}
        />
        <TextInput
          size="xs"
          style={{ flex: 1, minWidth: 200 }}
          required
          withAsterisk={false}
          label="Why, and what proves it"
          value={reason}
          onChange={(e) => setReason(e.currentTarget.value)}
        />
        <Button size="xs" type="submit" variant="default">
          Correct
        </Button>
        <span role="status">{told}</span>
      </form>
    </section>
  );
}
