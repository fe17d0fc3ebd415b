import { Button } from "@mantine/core";
import { waitingFor } from "../core/page";
import type { CallInFront } from "../wire/desk";
import type { DeskView } from "./deskView";

/// What the law and the house have the agent say or heed in this call.
export function DutiesPane({ view, call }: { view: DeskView; call: CallInFront }) {
  const { attempt, duties, announce } = call;
  if (duties.length === 0 && !announce) {
    return null;
  }
  return (
    <section className="duties" aria-label="What this call obliges to">
      <ul className="flags">
        {duties.map((duty) => (
          <li key={duty.code}>{duty.sentence}</li>
        ))}
      </ul>
      {announce && attempt !== null ? (
        <Button
          variant="default"
          loading={waitingFor(view.page, "announceRecording")}
          onClick={() => view.actions.ask({ kind: "announceRecording", attempt })}
        >
          I have said it: record
        </Button>
      ) : null}
    </section>
  );
}
