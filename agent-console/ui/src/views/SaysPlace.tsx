import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { placesOf, zonesOf } from "../core/facts";
import { placeName } from "../core/places";
import { type FactChoices, factsApi, type SaidPlace } from "../wire/facts";
import { Fold } from "./Fold";
import { KeepForm, RequiredField, useKeeping } from "./KeepForm";

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
  const keeping = useKeeping(empty, "It is kept.", (form) => factsApi.said(form, csrf));
  const { form, change } = keeping;
  const opened = () => {
    if (choices === null) {
      void factsApi
        .choices()
        .then((reply) => setChoices(reply.kind === "done" ? reply.body : null));
    }
  };
  const zones = zonesOf(choices, form.place);
  return (
    <Fold title="Says they are in…" opened={opened}>
      <KeepForm label="A place that was named in this call" keeping={keeping} action="Keep it">
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
          data={[
            "",
            ...placesOf(choices).map((code) => ({ value: code, label: placeName(code) })),
          ]}
          onChange={(e) => change({ place: e.currentTarget.value, zone: null })}
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
            change({ days: days === "" ? null : Number(days) });
          }}
        />
        <RequiredField
          label="What was said"
          lettersMax={500}
          value={form.words}
          changed={(words) => change({ words })}
        />
      </KeepForm>
    </Fold>
  );
}
