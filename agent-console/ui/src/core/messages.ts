import type { Message, MessageKind, MessageState } from "../wire/messages";

export const messageKinds: readonly { readonly value: MessageKind; readonly label: string }[] = [
  { value: "ABANDONED", label: "Played when no agent came" },
  { value: "LIMITED_CONTENT", label: "Limited-content message" },
  { value: "VOICEMAIL", label: "Voicemail" },
];

export function kindWords(kind: MessageKind): string {
  return messageKinds.find((one) => one.value === kind)?.label ?? kind;
}

/// What a message of this kind has to say, for whoever writes it.
export function mustSay(kind: MessageKind): string {
  switch (kind) {
    case "ABANDONED":
      return "Say {business} and {number}, and nothing of a debt.";
    case "VOICEMAIL":
      return "Say {business} and {number}, ask for a reply, and say nothing of a debt.";
    case "LIMITED_CONTENT":
      return (
        "Say {agent}, {business} and {number}, ask for a reply, and say nothing else " +
        "(12 CFR 1006.2(j))."
      );
  }
}

export type MessageStep = "approve" | "activate" | "withdraw";

/// What may be done with a message next, by whom is logged in.
export function messageSteps(message: Message, login: string): readonly MessageStep[] {
  switch (message.state) {
    case "DRAFT":
      return message.author.toLowerCase() === login.toLowerCase()
        ? ["withdraw"]
        : ["approve", "withdraw"];
    case "APPROVED":
      return ["activate", "withdraw"];
    case "PENDING":
    case "IN_FORCE":
    case "SUPERSEDED":
      return ["withdraw"];
    case "WITHDRAWN":
      return [];
  }
}

export const messageFaces: Readonly<
  Record<MessageState, { readonly shape: "circle" | "ring" | "bars" | "square"; readonly tone: string }>
> = {
  DRAFT: { shape: "ring", tone: "calm" },
  APPROVED: { shape: "ring", tone: "good" },
  PENDING: { shape: "ring", tone: "good" },
  IN_FORCE: { shape: "circle", tone: "good" },
  SUPERSEDED: { shape: "bars", tone: "calm" },
  WITHDRAWN: { shape: "square", tone: "act" },
};

/// The kinds of which no version is in force: what is not played then.
export function missingKinds(messages: readonly Message[]): readonly MessageKind[] {
  return messageKinds
    .map((kind) => kind.value)
    .filter((kind) => !messages.some((one) => one.kind === kind && one.state === "IN_FORCE"));
}

/// What does not happen while no message of this kind is in force.
export function withoutIt(kind: MessageKind): string {
  switch (kind) {
    case "ABANDONED":
      return "No message for abandoned calls is in force: campaigns dial nobody ahead.";
    case "VOICEMAIL":
      return "No voicemail is in force: machines are left none.";
    case "LIMITED_CONTENT":
      return "No limited-content message is in force: agents and machines leave none.";
  }
}
