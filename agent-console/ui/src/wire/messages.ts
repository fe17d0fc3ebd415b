import { request } from "./api";
import type { Instant } from "./desk";

export type MessageKind = "ABANDONED" | "VOICEMAIL" | "LIMITED_CONTENT";
export type MessageState =
  | "DRAFT"
  | "APPROVED"
  | "PENDING"
  | "IN_FORCE"
  | "SUPERSEDED"
  | "WITHDRAWN";

/// A row of GET /api/messages
export interface Message {
  readonly id: number;
  readonly title: string;
  readonly kind: MessageKind;
  readonly language: string;
  readonly version: number;
  readonly business: string;
  readonly body: string;
  readonly prompt: string;
  readonly author: string;
  readonly approver: string | null;
  readonly approvedAt: Instant | null;
  readonly inForceFrom: Instant | null;
  readonly state: MessageState;
}

export interface OnMachine {
  readonly campaign: number;
  readonly kind: MessageKind | null;
}

/// GET /api/messages
export interface Messages {
  readonly messages: readonly Message[];
  readonly onMachines: readonly OnMachine[];
}

/// POST /api/messages/draft
export interface MessageDraft {
  readonly kind: MessageKind;
  readonly language: string;
  readonly business: string;
  readonly body: string;
  readonly prompt: string;
}

/// POST /api/messages/to-leave
export interface Wording {
  readonly version: string;
  readonly text: string;
}

export const messagesApi = {
  all: () => request<Messages>("GET", "/api/messages"),
  draft: (draft: MessageDraft, csrf: string) =>
    request<Message>("POST", "/api/messages/draft", draft, csrf),
  approve: (id: number, csrf: string) =>
    request<Message>("POST", "/api/messages/approve", { id }, csrf),
  activate: (id: number, at: Instant | null, csrf: string) =>
    request<Message>("POST", "/api/messages/activate", { id, at }, csrf),
  withdraw: (id: number, csrf: string) =>
    request<Message>("POST", "/api/messages/withdraw", { id }, csrf),
  onMachines: (wanted: OnMachine, csrf: string) =>
    request<Messages>("POST", "/api/messages/on-machines", wanted, csrf),
  toLeave: (attempt: number, language: string, csrf: string) =>
    request<Wording>("POST", "/api/messages/to-leave", { attempt, language }, csrf),
};
