import type { Desk, NoCalls } from "../wire/desk";
import { takenOut, takenOutWords } from "./call";

/// Why an agent who is not ready is not, where that was not their own wish, and what to do.
export function notReadyWords(desk: Desk): string {
  if (takenOut(desk)) {
    return takenOutWords;
  }
  const todo =
    desk.line === "UP" ? "Go ready (F2) to take calls." : "Connect your line, then go ready (F2).";
  return desk.state.kind === "notReady" && desk.state.reason === "PREVIEW_RAN_OUT"
    ? `The account on your screen went back: it was neither dialed nor skipped in time. ${todo}`
    : todo;
}

/// Why no call comes, and what changes it.
export function noCallsWords(why: NoCalls): string {
  switch (why) {
    case "STOPPED":
      return "This campaign is stopped: no calls come until a supervisor starts it.";
    case "DRAINING":
      return "This campaign is being drained: no new calls are placed.";
    case "FAULT":
      return "A fault in the program stopped this campaign: no calls come. Tell your supervisor.";
    case "TELEPHONE_AWAY":
      return "The telephone system is not connected: no calls come until it is back.";
    case "DATABASE_AWAY":
      return "The database does not answer: no calls come until it does.";
    case "SETTLING":
      return "Calls from before are being settled: new ones come in a moment.";
    case "BY_HAND":
      return "This campaign is dialed by hand: find an account and dial it.";
    case "NO_MESSAGE":
      return "No approved message for abandoned calls is in force: an officer has to approve one.";
    case "OUTSIDE_HOURS":
      return "Nobody may be called now: it is outside the calling hours of everybody who is due.";
    case "ALL_TRIED":
      return "Nobody is due now: all were tried of late or wait for an agreed day.";
    case "NOBODY_LEFT":
      return "Nobody is left to call in this campaign.";
  }
}
