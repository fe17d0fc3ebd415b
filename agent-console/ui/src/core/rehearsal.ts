import type { CallInFront, Desk, Screen } from "../wire/desk";
import { emptyDraft } from "./form";
import type { Page } from "./page";

/// The proofs that houses ask for most.
const usualProofs = ["FULL_NAME", "DATE_OF_BIRTH", "NATIONAL_ID_LAST4", "ADDRESS"];

const nobody: Screen = {
  consumer: 0,
  account: 0,
  person: {
    givenName: "",
    familyName: "",
    language: "en",
    bornOn: null,
    nationalIdLast4: null,
    addresses: [{ line: "", city: "", region: "", postalCode: "", good: true }],
    phones: [
      { id: 0, number: { e164: "", text: "" }, lineType: "", place: "", usable: "" },
    ],
  },
  dialed: {
    number: { e164: "", text: "" },
    place: "",
    zone: "America/New_York",
    otherZones: [],
    windowEndsAt: null,
    attemptsInWindow: 0,
    lastConversationAt: null,
    why: "",
  },
  proofs: usualProofs,
  flags: [],
  past: [],
  debt: null,
};

/// A call with nobody, as a call is just after its answer. Its panes are drawn out of sight while
/// the agent waits, so that the next call has but to fill them in.
function callWithNobody(desk: Desk): CallInFront {
  return {
    attempt: null,
    phase: "CONNECTING",
    answeredAt: desk.at,
    endedAt: null,
    hungUpBy: "",
    recording: "RUNNING",
    verified: false,
    transfer: null,
    screen: nobody,
    duties: [],
    announce: false,
  };
}

/// This page as it would be with nobody on the telephone: nothing typed, nothing asked.
export function rehearsed(page: Page, desk: Desk): Page {
  return {
    ...page,
    desk: {
      ...desk,
      state: { kind: "reserved", since: desk.at, attempt: 0 },
      call: callWithNobody(desk),
    },
    attempt: null,
    draft: emptyDraft,
    unsaved: false,
    asked: [],
    notice: "",
    faults: [],
  };
}
