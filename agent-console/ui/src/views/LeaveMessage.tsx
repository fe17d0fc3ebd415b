import { useState } from "react";
import { faultOf } from "../core/office";
import { messagesApi, type Wording } from "../wire/messages";
import { Fold } from "./Fold";

interface Props {
  readonly csrf: string;
  readonly attempt: number;
  readonly language: string;
}

/// The approved words for a machine. Opening them is kept with the call.
export function LeaveMessage({ csrf, attempt, language }: Props) {
  const [wording, setWording] = useState<Wording | null>(null);
  const [fault, setFault] = useState("");
  const open = async () => {
    const reply = await messagesApi.toLeave(attempt, language, csrf);
    setWording(reply.kind === "done" ? reply.body : null);
    setFault(faultOf(reply));
  };
  return (
    <Fold title="Leave a message…" opened={() => (wording === null ? void open() : undefined)}>
      <div role="status">
        {wording === null ? (
          <span className="act">{fault}</span>
        ) : (
          <>
            <p className="dim">Read this to the machine, and nothing else:</p>
            <blockquote className="wording">{wording.text}</blockquote>
          </>
        )}
      </div>
    </Fold>
  );
}
