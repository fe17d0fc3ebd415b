import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { aimFigure, aimKinds, typedAim, usualFigure } from "../core/floor";
import type { Aim, CampaignLine } from "../wire/floor";

interface Props {
  readonly line: CampaignLine;
  /// What is shown is old: nobody orders by it.
  readonly stale: boolean;
  readonly set: (aim: Aim) => void;
}

const units = { maximiseTalk: "% abandoned at most", targetWait: "s between calls" } as const;

/// What a predictive campaign works for: chosen, given its figure, and set.
export function AimForm({ line, stale, set }: Props) {
  const ceiling = line.abandonmentCeiling;
  const [kind, setKind] = useState(line.aim.kind);
  const [typed, setTyped] = useState(aimFigure(line.aim, ceiling));
  const [fault, setFault] = useState("");

  function submit(event: FormEvent) {
    event.preventDefault();
    const aim = typedAim(kind, typed, ceiling);
    setFault(typeof aim === "string" ? aim : "");
    if (typeof aim !== "string") {
      set(aim);
    }
  }

  return (
    <form className="row aim" onSubmit={submit}>
      <NativeSelect
        size="xs"
        disabled={stale}
        aria-label={`Aim of ${line.name}`}
        value={kind}
        data={[...aimKinds]}
        onChange={(e) => {
          const chosen = e.currentTarget.value as Aim["kind"];
          setKind(chosen);
          setTyped(usualFigure(chosen, ceiling));
          setFault("");
        }}
      />
      {kind === "neverAbandon" ? null : (
        <>
          <TextInput
            size="xs"
            w="4.5rem"
            disabled={stale}
            inputMode="decimal"
            aria-label={`${line.name}: ${units[kind]}`}
            value={typed}
            error={fault === "" ? undefined : true}
            onChange={(e) => setTyped(e.currentTarget.value)}
          />
          <span className="dim">{units[kind]}</span>
        </>
      )}
      <Button size="xs" variant="default" type="submit" disabled={stale}>
        Set aim
      </Button>
      {fault === "" ? null : (
        <span className="act" role="alert">
          {fault}
        </span>
      )}
    </form>
  );
}
