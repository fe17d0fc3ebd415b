import type { Missed } from "../wire/desk";
import { millisOf } from "./time";

export interface MissedFace {
  /// "Busy"
  readonly title: string;
  /// What happened and what to do about it.
  readonly sentence: string;
  /// Whom and where: "Maria Delgado, (212) 555-0142".
  readonly who: string;
}

/// What became of a call that reached nobody.
export function missedFace(missed: Missed): MissedFace {
  const [title, sentence] = wordsOf(missed);
  const who = [missed.name, missed.number?.text ?? ""].filter((part) => part !== "").join(", ");
  return { title, sentence, who };
}

/// The same in one breath, for a screen reader.
export function missedWords(missed: Missed): string {
  const { sentence, who } = missedFace(missed);
  return who === "" ? sentence : `${who}: ${sentence}`;
}

/// "3:15 PM" on the agent's own clock.
export function missedAt(missed: Missed): string {
  return new Intl.DateTimeFormat("en-US", { hour: "numeric", minute: "2-digit" }).format(
    millisOf(missed.at),
  );
}

/// What comes of a call that is ended while it rings, or before.
const brokenOff = ["RING_NO_ANSWER", "UNKNOWN"];

function wordsOf({ outcome, declined, hungUpBy }: Missed): readonly [string, string] {
  if (hungUpBy === "AGENT" && outcome !== "NEVER_PLACED") {
    return ["Not reached", "You ended the call before anybody was connected."];
  }
  if (hungUpBy === "DIALER" && brokenOff.includes(outcome)) {
    return ["Broken off", "The program ended the call before anybody answered."];
  }
  if (declined) {
    return ["Declined", "It rang and the call was refused: by the person or the network."];
  }
  const known: Record<string, readonly [string, string]> = {
    BUSY: ["Busy", "The number was busy."],
    NOT_IN_SERVICE: ["Bad number", "The number is not in service. Try another one."],
    NETWORK_BLOCKED: ["Blocked", "The network blocked the call. Tell your supervisor."],
    RING_NO_ANSWER: ["No answer", "It rang and nobody answered."],
    VOICEMAIL_NO_MESSAGE: ["Machine", "An answering machine took the call; no message was left."],
    VOICEMAIL_LEFT: ["Machine", "An answering machine took the call; the message was left."],
    ANSWERED_DROPPED: ["Hung up", "Somebody answered and hung up before you were connected."],
    ABANDONED: ["Not connected", "Somebody answered and you could not be connected in time."],
    NEVER_PLACED: ["Not placed", "The call never left our own lines. Try again in a moment."],
  };
  return known[outcome] ?? ["Ended", "The call ended and the network did not say why."];
}
