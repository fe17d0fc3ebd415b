import type { Licence, Override, OverrideState, OverrideStep } from "../wire/leave";

/// How a licence stands at an instant.
export type Standing = "HELD" | "MISSING" | "TO_COME" | "ENDED";

export interface Face {
  readonly shape: "circle" | "ring" | "bars" | "square";
  readonly tone: string;
  readonly words: string;
}

export function standingOf(licence: Licence, now: Date): Standing {
  if (licence.until !== null && now >= new Date(licence.until)) {
    return "ENDED";
  }
  if (now < new Date(licence.from)) {
    return "TO_COME";
  }
  return licence.held ? "HELD" : "MISSING";
}

export const licenceFaces: Readonly<Record<Standing, Face>> = {
  HELD: { shape: "circle", tone: "good", words: "Held" },
  MISSING: { shape: "square", tone: "act", words: "Required and missing: nobody is called there" },
  TO_COME: { shape: "ring", tone: "calm", words: "Not yet" },
  ENDED: { shape: "bars", tone: "calm", words: "Ended" },
};

export const overrideFaces: Readonly<Record<OverrideState, Face>> = {
  ASKED: { shape: "ring", tone: "calm", words: "Waits for another officer" },
  REFUSED: { shape: "square", tone: "act", words: "Refused" },
  PENDING: { shape: "ring", tone: "good", words: "Approved, not yet in force" },
  IN_FORCE: { shape: "circle", tone: "good", words: "In force" },
  ENDED: { shape: "bars", tone: "calm", words: "Ended" },
};

/// What may be done with a request next, by whom is logged in: nobody approves her own.
export function overrideSteps(one: Override, me: number): readonly OverrideStep[] {
  switch (one.state) {
    case "ASKED":
      return one.askedBy.id === me ? ["refuse"] : ["approve", "refuse"];
    case "PENDING":
    case "IN_FORCE":
      return ["end"];
    case "REFUSED":
    case "ENDED":
      return [];
  }
}

/// What the step is called for whom is logged in.
export function stepLabel(step: OverrideStep, one: Override, me: number): string {
  switch (step) {
    case "approve":
      return "Approve";
    case "refuse":
      return one.askedBy.id === me ? "Take back" : "Refuse";
    case "end":
      return "End now";
  }
}

/// Who asked, and who decided.
export function whoWords(one: Override): string {
  const asked = `Asked by ${one.askedBy.name}`;
  const approved = one.approvedBy === null ? "" : `, approved by ${one.approvedBy.name}`;
  const ended =
    one.withdrawnBy === null
      ? ""
      : one.approvedBy === null
        ? `, refused by ${one.withdrawnBy.name}`
        : `, ended by ${one.withdrawnBy.name}`;
  return asked + approved + ended;
}
