import { Button } from "@mantine/core";
import { takenOut, takenOutLaterWords, takenOutWords } from "../core/call";
import { lineFace } from "../core/line";
import { waitingFor } from "../core/page";
import type { DeskView } from "./deskView";
import { Mark } from "./Mark";

/// What is wrong, above everything else: the network, the line, the last refusal.
export function DeskBands({ view }: { view: DeskView }) {
  const { page } = view;
  return (
    <>
      <div role="status">
        {page.link.kind === "lost" ? (
          <div className="band" data-tone="act">
            <Mark shape="bang" />
            No connection to the server. It is tried again by itself; what you type is kept and a
            call goes on.
          </div>
        ) : null}
      </div>
      <LineBand view={view} />
      {page.desk !== null && takenOut(page.desk) ? (
        <div className="band" data-tone="watch">
          <Mark shape="cross" />
          {page.desk.state.kind === "notReady" ? takenOutWords : takenOutLaterWords}
        </div>
      ) : null}
      <div role="alert">
        {page.notice === "" ? null : (
          <div className="band" data-tone="watch">
            <Mark shape="triangle" />
            <span style={{ flex: 1 }}>{page.notice}</span>
            <Button size="compact-xs" variant="default" onClick={() => view.actions.notice("")}>
              Dismiss
            </Button>
          </div>
        )}
      </div>
    </>
  );
}

function LineBand({ view }: { view: DeskView }) {
  const { desk } = view.page;
  if (desk === null || view.phone === null) {
    return null;
  }
  const line = lineFace(view.phone, view.softphone.state, desk.line);
  if (line.advice === "") {
    return null;
  }
  return (
    <div className="band" data-tone="watch">
      <Mark shape="triangle" />
      <span style={{ flex: 1 }}>{line.advice}</span>
      {line.canConnect ? (
        <Button
          size="xs"
          loading={waitingFor(view.page, "callMyLine")}
          onClick={() => view.actions.ask({ kind: "callMyLine" })}
        >
          Connect my line
        </Button>
      ) : null}
    </div>
  );
}
