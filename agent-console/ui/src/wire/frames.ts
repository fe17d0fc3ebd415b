import type { Day, Desk, Instant, Money, PauseReason } from "./desk";
import type { Floor, Order } from "./floor";

/// What the server sends over a socket.
export type ToPage =
  | { readonly kind: "desk"; readonly seq: number; readonly desk: Desk }
  | { readonly kind: "draft"; readonly attempt: number; readonly draft: Draft }
  | { readonly kind: "floor"; readonly seq: number; readonly floor: Floor }
  | AnswerFrame
  | { readonly kind: "pong"; readonly at: Instant }
  | { readonly kind: "dismissed"; readonly reason: string };

/// What came of an ask; `code` is empty when it was accepted.
export interface AnswerFrame {
  readonly kind: "answer";
  readonly ref: string;
  readonly accepted: boolean;
  readonly code: string;
  readonly sentence: string;
  readonly faults: readonly Fault[];
}

/// What is wrong with one field of a form, and the mend.
export interface Fault {
  readonly field: string;
  readonly sentence: string;
}

/// What a desk's page sends.
export type FromDesk =
  | { readonly kind: "ask"; readonly ref: string; readonly intent: Intent }
  | { readonly kind: "shown"; readonly seq: number; readonly attempt: number }
  | { readonly kind: "draft"; readonly attempt: number; readonly draft: Draft }
  | { readonly kind: "line"; readonly ready: boolean }
  | { readonly kind: "sound"; readonly arrives: boolean }
  | { readonly kind: "ping" };

/// What a floor's page sends.
export type FromFloor =
  { readonly kind: "ask"; readonly ref: string; readonly order: Order } | { readonly kind: "ping" };

/// What an agent asks for. The server answers each, and refuses with a sentence.
export type Intent =
  | { readonly kind: "callMyLine" }
  | { readonly kind: "goReady" }
  | { readonly kind: "pause"; readonly reason: PauseReason }
  | { readonly kind: "dialPreview" }
  | { readonly kind: "skipPreview"; readonly reason: string }
  | { readonly kind: "dialManually"; readonly account: number; readonly phone: number }
  | { readonly kind: "transfer"; readonly attempt: number; readonly phone: number }
  | { readonly kind: "cancelTransfer" }
  | { readonly kind: "hangUp" }
  | { readonly kind: "hold" }
  | { readonly kind: "resume" }
  | { readonly kind: "pauseRecording" }
  | { readonly kind: "resumeRecording" }
  | { readonly kind: "announceRecording"; readonly attempt: number }
  | {
      readonly kind: "verifyIdentity";
      readonly attempt: number;
      readonly proofs: readonly string[];
    }
  /// `pause` is null to be ready.
  | { readonly kind: "dispose"; readonly wrapUp: WrapUp; readonly pause: PauseReason | null }
  | { readonly kind: "askForHelp"; readonly wanted: boolean }
  | { readonly kind: "logOut" };

export interface WrapUp {
  readonly attempt: number;
  readonly code: string;
  readonly reason: string;
  readonly note: string;
  readonly promise: PromiseToPay | null;
  readonly callback: Callback | null;
  readonly payment: Payment | null;
  readonly attorney: Attorney | null;
}

/// Paid while on the telephone.
export interface Payment {
  readonly amount: Money;
  readonly method: string;
  readonly confirmation: string;
}

export interface Attorney {
  readonly name: string;
  readonly firm: string;
  readonly reach: string;
}

export interface PromiseToPay {
  readonly amount: Money;
  readonly dueOn: Day;
  readonly method: string;
}

export interface Callback {
  readonly dueAt: Instant;
  readonly zone: string;
  readonly phone: number | null;
  readonly mine: boolean;
  readonly askedByConsumer: boolean;
}

/// The half-filled wrap-up form: all text as typed, nothing checked.
export interface Draft {
  readonly code: string;
  readonly reason: string;
  readonly note: string;
  readonly promiseAmount: string;
  readonly promiseDueOn: string;
  readonly promiseMethod: string;
  readonly callbackAt: string;
  readonly callbackPhone: number | null;
  readonly callbackMine: boolean;
  readonly callbackAsked: boolean;
  readonly proofs: readonly string[];
  readonly paidAmount: string;
  readonly paidMethod: string;
  readonly paidConfirmation: string;
  readonly attorneyName: string;
  readonly attorneyFirm: string;
  readonly attorneyReach: string;
}
