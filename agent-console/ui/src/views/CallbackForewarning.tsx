import { useEffect, useState } from "react";
import { wrongWith } from "../core/audit";
import { callbackAt } from "../core/form";
import { forewarning } from "../core/office";
import { api } from "../wire/api";
import type { Screen } from "../wire/desk";
import type { Draft } from "../wire/frames";
import type { Told } from "../wire/office";

interface Props {
  readonly csrf: string;
  readonly draft: Draft;
  readonly screen: Screen;
  /// What is said beside the time already; empty when nothing is.
  readonly timeFault: string;
}

const typingMillis = 500;

/// What the rules would say today to a callback that the consumer did not ask for. It is asked once
/// the call has ended, for the conversation counts too. Nothing is refused here: the gate decides
/// when the call is due.
export function CallbackForewarning({ csrf, draft, screen, timeFault }: Props) {
  const [told, setTold] = useState<Told | null>(null);
  const [fault, setFault] = useState("");
  const at = draft.callbackAsked ? null : callbackAt(draft, screen);
  const number = screen.dialed.number.text;
  const phone =
    draft.callbackPhone ?? screen.person.phones.find((one) => one.number.text === number)?.id;
  const { account } = screen;
  useEffect(() => {
    setTold(null);
    setFault("");
    if (at === null) {
      return;
    }
    if (phone === undefined) {
      setFault("The number is not among the consumer's. Choose one.");
      return;
    }
    let wanted = true;
    const wait = setTimeout(async () => {
      const reply = await api.explain({ account, phone, mode: null, at }, csrf);
      if (wanted) {
        setTold(reply.kind === "done" ? (reply.body[0] ?? null) : null);
        setFault(wrongWith(reply));
      }
    }, typingMillis);
    return () => {
      wanted = false;
      clearTimeout(wait);
    };
  }, [account, phone, at, csrf]);
  const words = told === null ? "" : forewarning(told, timeFault, screen.dialed.zone);
  return (
    <div role="status">
      {fault === "" ? null : (
        <p className="watch">
          It could not be asked whether the rules allow a call then. {fault}
        </p>
      )}
      {words === "" ? null : <p className="watch">{words}</p>}
    </div>
  );
}
