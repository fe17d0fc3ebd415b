import { Button } from "@mantine/core";
import { useEffect } from "react";
import { pauseLabel } from "../core/agent";
import { takenOut } from "../core/call";
import { choices } from "../core/dispositions";
import { faultAt, faultsElsewhere, readForm } from "../core/form";
import { waitingFor } from "../core/page";
import { promiseNote } from "../core/promise";
import { scriptFor } from "../core/script";
import type { CallInFront, Desk, PauseReason } from "../wire/desk";
import type { Draft, Fault } from "../wire/frames";
import { CallbackForm } from "./CallbackForm";
import type { DeskView } from "./deskView";
import { Dispositions } from "./Dispositions";
import { AttorneyForm, PaymentForm } from "./NamedForms";
import { PromiseForm } from "./PromiseForm";
import { useSteady } from "./useSteady";
import { NoteField, ReasonField } from "./WrapUpFields";

interface Props {
  readonly view: DeskView;
  readonly desk: Desk;
  readonly call: CallInFront;
}

/// The right pane: what to say, then what came of it.
export function WrapUpPane({ view, desk, call }: Props) {
  return (
    <section className="pane wrap-pane" aria-label="Script and disposition">
      <Script view={view} desk={desk} />
      {call.phase === "PREVIEW" ? null : <WrapUpForm view={view} call={call} />}
    </section>
  );
}

function Script({ view, desk }: { view: DeskView; desk: Desk }) {
  const script = scriptFor(desk, view.me.agent.name);
  if (script === null) {
    return null;
  }
  return (
    <div className="script" id="script" tabIndex={-1}>
      <div className="eyebrow">{script.title}</div>
      {script.lines.map((line) => (
        <p key={line} lang={script.language}>
          “{line}”
        </p>
      ))}
      <div className="dim">{script.heed}</div>
    </div>
  );
}

function WrapUpForm({ view, call }: { view: DeskView; call: CallInFront }) {
  const { draft, faults } = view.page;
  useFocusOnFault(faults);
  const type = (change: Partial<Draft>) => view.actions.type({ ...draft, ...change });
  const chooseReason = useSteady((reason: string) => type({ reason }));
  const writeNote = useSteady((note: string) => type({ note }));
  const chosen = view.dispositions.find((one) => one.code === draft.code) ?? null;
  return (
    <div className="rows">
      <Dispositions view={view} shown={choices(view.dispositions, call.verified)} />
      {chosen?.needsPromise ? <PromiseForm view={view} screen={call.screen} type={type} /> : null}
      {chosen?.needsCallback ? (
        <CallbackForm
          view={view}
          screen={call.screen}
          ended={call.phase === "ENDED"}
          type={type}
        />
      ) : null}
      {chosen?.needsPayment ? <PaymentForm view={view} type={type} /> : null}
      {chosen?.needsAttorney ? <AttorneyForm view={view} type={type} /> : null}
      <ReasonField
        reasons={view.reasons}
        wanted={chosen?.needsReason ?? false}
        value={draft.reason}
        fault={faultAt(faults, "reason")}
        choose={chooseReason}
      />
      <NoteField
        wanted={chosen?.needsNote ?? false}
        hint={promiseNote(draft.code)}
        value={draft.note}
        fault={faultAt(faults, "note")}
        write={writeNote}
      />
      <OtherFaults sentences={faultsElsewhere(faults)} />
      <SaveButtons view={view} call={call} />
    </div>
  );
}

function OtherFaults({ sentences }: { sentences: readonly string[] }) {
  return sentences.length === 0 ? null : (
    <ul className="act" role="alert">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

/// A faulty field takes the focus, so that its sentence is read and it can be mended at once.
function useFocusOnFault(faults: readonly Fault[]): void {
  useEffect(() => {
    if (faults.length > 0) {
      document.querySelector<HTMLElement>(".wrap-pane [aria-invalid=true]")?.focus();
    }
  }, [faults]);
}

function SaveButtons({ view, call }: { view: DeskView; call: CallInFront }) {
  const busy = waitingFor(view.page, "dispose");
  if (call.phase !== "ENDED") {
    return <p className="dim later">Fill this in as you talk; save it when the call has ended.</p>;
  }
  const desk = view.page.desk;
  if (desk !== null && takenOut(desk)) {
    return (
      <div className="save one">
        <Button loading={busy} onClick={() => save(view, "NOT_READY")}>
          Save; then out, by your supervisor
        </Button>
        <kbd>Ctrl+Enter</kbd>
      </div>
    );
  }
  const next = pauseAfterSave(desk);
  const pause = pauseLabel(next);
  return (
    <div className="save">
      <Button loading={busy} onClick={() => save(view, "READY")}>
        Save &amp; ready
      </Button>
      <Button
        variant="default"
        loading={busy}
        title={`Not ready: ${pause}. Another reason: After this call, above (F2)`}
        onClick={() => save(view, "NOT_READY")}
      >
        {next === "LOGGING_OUT" ? "Save & log out" : `Save & not ready: ${pause}`}
      </Button>
      <kbd>Ctrl+Enter</kbd>
      <kbd>Ctrl+Shift+Enter</kbd>
    </div>
  );
}

const usualPause: PauseReason = "BREAK";

/// Why the agent will not be ready: what was chosen for after this call, or a break.
function pauseAfterSave(desk: Desk | null): PauseReason {
  return desk?.pauseAfterCall ?? usualPause;
}

/// Records the disposition, or shows what the form lacks.
export function save(view: DeskView, next: "READY" | "NOT_READY"): void {
  const { page, actions } = view;
  const call = page.desk?.call ?? null;
  if (call === null || call.attempt === null || waitingFor(page, "dispose")) {
    return;
  }
  if (call.phase !== "ENDED") {
    actions.notice("The call is still up. End it (F4), then save.");
    return;
  }
  const chosen = view.dispositions.find((one) => one.code === page.draft.code) ?? null;
  const reading = readForm(call.attempt, page.draft, chosen, call.screen, view.now());
  switch (reading.kind) {
    case "complete":
      return actions.ask({
        kind: "dispose",
        wrapUp: reading.wrapUp,
        pause: next === "READY" ? null : pauseAfterSave(page.desk),
      });
    case "faulty":
      return actions.faults(reading.faults);
  }
}
