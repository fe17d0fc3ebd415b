import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useCallback, useEffect, useState } from "react";
import { faultOf, numberWords } from "../core/office";
import { formatStamp, ownZone } from "../core/time";
import { api } from "../wire/api";
import type { Me } from "../wire/http";
import type { Past } from "../wire/office";
import { ToldAnswer } from "./ExplainPanel";

interface Props {
  readonly me: Me;
  /// The decision that the address names; empty when it names none.
  readonly decision: string;
}

/// A recorded decision, explained with what it looked at and the books it was made under.
export function PastPanel({ me, decision }: Props) {
  const [id, setId] = useState(decision);
  const [past, setPast] = useState<Past | null>(null);
  const [fault, setFault] = useState("");
  const ask = useCallback(
    async (wanted: string) => {
      const reply = await api.explainDecision(Number(wanted), me.csrf);
      setPast(reply.kind === "done" ? reply.body : null);
      setFault(faultOf(reply));
    },
    [me.csrf],
  );
  useEffect(() => {
    if (decision !== "") {
      void ask(decision);
    }
  }, [decision, ask]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void ask(id);
  };
  return (
    <section className="pane rows" aria-labelledby="past">
      <h2 id="past">Why was it decided so?</h2>
      <form className="row" onSubmit={submit} style={{ alignItems: "end" }}>
        <TextInput
          size="xs"
          required
          withAsterisk={false}
          inputMode="numeric"
          pattern="[1-9][0-9]*"
          label="Number of the decision"
          value={id}
          onChange={(e) => setId(e.currentTarget.value)}
        />
        <Button size="xs" type="submit" variant="default">
          Explain
        </Button>
        <span className="act" role="status">
          {fault}
        </span>
      </form>
      {past === null ? null : (
        <>
          <p>
            Decided {formatStamp(past.told.at, ownZone)}, account{" "}
            {past.told.account}: the gate{" "}
            <span className="strong">{past.allowedThen ? "allowed" : "refused"}</span> the call, by
            the time-zone rules {past.tzdbThen}.
          </p>
          {past.allowedThen === past.told.allowed ? null : (
            <p className="act">
              Decided again now with the same inputs, the answer is another: tell whoever runs this
              system.
            </p>
          )}
          <ToldAnswer told={past.told} number={numberWords(past)} />
        </>
      )}
    </section>
  );
}
