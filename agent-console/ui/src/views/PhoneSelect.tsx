import { NativeSelect } from "@mantine/core";
import { placeWords } from "../core/person";
import type { PhoneNumber } from "../wire/desk";

export interface PhoneChoice {
  readonly id: number;
  readonly number: PhoneNumber;
  readonly place: string;
}

interface Props {
  readonly phones: readonly PhoneChoice[];
  readonly value: string;
  readonly choose: (phone: string) => void;
  readonly every: string;
}

/// The numbers of a person to choose from.
export function PhoneSelect({ phones, value, choose, every }: Props) {
  return (
    <NativeSelect
      size="xs"
      label="Number"
      value={value}
      data={[
        { value: "", label: every },
        ...phones.map((phone) => ({
          value: `${phone.id}`,
          label: [phone.number.text, placeWords(phone.place).toLowerCase()]
            .filter((part) => part !== "")
            .join(", "),
        })),
      ]}
      onChange={(e) => choose(e.currentTarget.value)}
    />
  );
}
