import { NativeSelect } from "@mantine/core";
import { sentenceCase } from "../core/words";
import { api } from "../wire/api";
import type { LearnedNumber } from "../wire/http";
import { Fold } from "./Fold";
import { KeepForm, NumberField, RequiredField, useKeeping, withNumber } from "./KeepForm";

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
  const keeping = useKeeping(empty, "It is kept.", (filled) =>
    withNumber({ ...filled, attempt }, (learned) => api.learnNumber(learned, csrf)),
  );
  const { form, change } = keeping;
  return (
    <Fold title="New number…">
      <KeepForm label="A number given in this call" keeping={keeping} action="Keep it">
        <NumberField label="Number" value={form.number} changed={(number) => change({ number })} />
        <NativeSelect
          size="xs"
          label="Where it rings"
          value={form.place}
          data={places.map((one) => ({ value: one, label: sentenceCase(one) }))}
          onChange={(e) =>
            change({ place: e.currentTarget.value as LearnedNumber["place"] })
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
            change({ giver: e.currentTarget.value as LearnedNumber["giver"] })
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
              change({ dialing: e.currentTarget.value as LearnedNumber["dialing"] })
            }
          />
        ) : null}
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
