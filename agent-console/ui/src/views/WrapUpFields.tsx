import { Select, Textarea } from "@mantine/core";
import { memo } from "react";
import { noteCharactersMax, noteFull } from "../core/form";
import type { Reason } from "../wire/http";

interface ReasonProps {
  readonly reasons: readonly Reason[];
  readonly wanted: boolean;
  readonly value: string;
  readonly fault: string;
  readonly choose: (reason: string) => void;
}

/// Why the person is behind, as they say.
export const ReasonField = memo(function ReasonField(props: ReasonProps) {
  const { reasons, wanted, value, fault, choose } = props;
  return (
    <Select
      label={wanted ? "Reason for the delinquency" : "Reason for the delinquency, if given"}
      placeholder={wanted ? "Choose the reason" : "None given"}
      required={wanted}
      clearable
      searchable
      error={fault || null}
      openOnFocus={false}
      clearButtonProps={{ "aria-label": "No reason" }}
      data={reasons.map((one) => ({ value: one.code, label: one.label }))}
      value={value || null}
      onChange={(chosen) => choose(chosen ?? "")}
    />
  );
});

interface NoteProps {
  readonly wanted: boolean;
  /// What belongs into it; empty when that is the agent's to know.
  readonly hint: string;
  readonly value: string;
  readonly fault: string;
  readonly write: (note: string) => void;
}

/// What the agent writes of the call.
export const NoteField = memo(function NoteField({
  wanted,
  hint,
  value,
  fault,
  write,
}: NoteProps) {
  return (
    <Textarea
      id="note"
      className="note"
      rows={2}
      resize="vertical"
      required={wanted}
      description={hint || null}
      maxLength={noteCharactersMax}
      error={fault || noteFull(value) || null}
      label={
        <>
          Note&nbsp;<kbd>Alt+N</kbd>
        </>
      }
      aria-label="Note"
      value={value}
      onChange={(e) => write(e.currentTarget.value)}
    />
  );
});
