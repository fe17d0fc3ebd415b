import type { Desk } from "../wire/desk";

export interface Script {
  readonly title: string;
  readonly language: string;
  readonly lines: readonly string[];
  /// What to keep in mind, not to be read out.
  readonly heed: string;
}

/// What to say now. Nothing that tells of a debt stands here before the identity is verified
/// (12 CFR 1006.6(d)(1)); after it the disclosures of 12 CFR 1006.18(e) come first.
export function scriptFor(desk: Desk, agentName: string): Script | null {
  const { call } = desk;
  const screen = call?.screen ?? null;
  if (call === null || screen === null || call.phase === "ENDED") {
    return null;
  }
  const name = `${screen.person.givenName} ${screen.person.familyName}`;
  const spanish = screen.person.language.toLowerCase().startsWith("es");
  return call.verified ? disclosure(agentName, spanish) : opening(name, agentName, spanish);
}

function opening(name: string, agentName: string, spanish: boolean): Script {
  return {
    title: "Ask for the person",
    language: spanish ? "es" : "en",
    lines: spanish
      ? [
          `¿Podría hablar con ${name}, por favor?`,
          `Me llamo ${agentName}. Esta llamada puede ser grabada.`,
        ]
      : [
          `May I speak with ${name}, please?`,
          `My name is ${agentName}. This call may be recorded.`,
        ],
    heed: "Say nothing of a debt, a creditor or an amount to anybody else.",
  };
}

function disclosure(agentName: string, spanish: boolean): Script {
  return {
    title: "Say before anything else",
    language: spanish ? "es" : "en",
    lines: spanish
      ? [
          `Me llamo ${agentName}. Esta llamada proviene de un cobrador de deudas.`,
          "Intentamos cobrar una deuda y toda información que obtengamos se usará con ese fin.",
        ]
      : [
          `My name is ${agentName}. This call is from a debt collector.`,
          "This is an attempt to collect a debt, and any information obtained will be used " +
            "for that purpose.",
        ],
    heed: "If the person disputes, has an attorney, or asks us to stop: record it and end politely.",
  };
}
