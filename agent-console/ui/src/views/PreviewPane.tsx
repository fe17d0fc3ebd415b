import { Button, Select } from "@mantine/core";
import { useState } from "react";
import { stateTimer } from "../core/agent";
import { waitingFor } from "../core/page";
import type { DeskView } from "./deskView";

const skipReasons = [
  { value: "NOT_NOW", label: "Not the time to call" },
  { value: "JUST_SPOKEN", label: "Just spoken or paid" },
  { value: "WRONG_NUMBER", label: "Number looks wrong" },
  { value: "OTHER", label: "Other" },
];

/// An offer: the agent looks, then dials or gives it back.
export function PreviewPane({ view }: { view: DeskView }) {
  const [reason, setReason] = useState<string>("NOT_NOW");
  const state = view.page.desk?.state;
  const limited = state?.kind === "previewing" && state.until !== null;
  return (
    <div className="verify" role="group" aria-labelledby="preview">
      <div className="spread">
        <h3 id="preview">Look, then dial or skip</h3>
        {limited ? <span>{stateTimer(state, view.now).text} left</span> : null}
      </div>
      <div className="row" style={{ alignItems: "end" }}>
        <Button
          loading={waitingFor(view.page, "dialPreview")}
          onClick={() => view.actions.ask({ kind: "dialPreview" })}
        >
          Dial&nbsp;<kbd>F3</kbd>
        </Button>
        <Select
          label="Reason to skip"
          data={skipReasons}
          value={reason}
          allowDeselect={false}
          onChange={(value) => setReason(value ?? "OTHER")}
        />
        <Button
          variant="default"
          loading={waitingFor(view.page, "skipPreview")}
          onClick={() => view.actions.ask({ kind: "skipPreview", reason })}
        >
          Skip
        </Button>
      </div>
    </div>
  );
}
