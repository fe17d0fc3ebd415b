import { Button, Checkbox } from "@mantine/core";
import { memo } from "react";
import { intentsAllowed } from "../core/agent";
import { waitingFor } from "../core/page";
import { enoughProofs, type Proof, proofs, proofsAsked } from "../core/verify";
import type { CallInFront, Screen } from "../wire/desk";
import { type DeskView, focusOn } from "./deskView";
import { useSteady } from "./useSteady";

interface Props {
  readonly view: DeskView;
  readonly call: CallInFront;
  readonly screen: Screen;
}

/// Identity first: until it is verified, nothing of the debt is on the page.
export function VerifyPane({ view, call, screen }: Props) {
  const { draft } = view.page;
  const tick = useSteady((code: string, on: boolean) =>
    view.actions.type({
      ...draft,
      proofs: on ? [...draft.proofs, code] : draft.proofs.filter((one) => one !== code),
    }),
  );
  const allowed =
    view.page.desk !== null && intentsAllowed(view.page.desk.state).includes("verifyIdentity");
  return (
    <div className="verify" role="group" aria-labelledby="verify">
      <h3 id="verify">Verify identity: the debt is hidden until then</h3>
      <p className="dim">{proofsAsked(call.phase, screen)}</p>
      <div className="proofs">
        {proofs(screen).map((proof) => (
          <ProofBox
            key={proof.code}
            {...proof}
            given={draft.proofs.includes(proof.code)}
            tick={tick}
          />
        ))}
      </div>
      <div className="row">
        <Button
          disabled={!allowed || !enoughProofs(screen, draft.proofs)}
          loading={waitingFor(view.page, "verifyIdentity")}
          onClick={() => verify(view, call)}
        >
          Verified&nbsp;<kbd>V</kbd>
        </Button>
        <Button variant="default" onClick={() => wrongParty(view)}>
          Wrong party&nbsp;<kbd>W</kbd>
        </Button>
      </div>
    </div>
  );
}

interface ProofProps extends Proof {
  readonly given: boolean;
  readonly tick: (code: string, on: boolean) => void;
}

const ProofBox = memo(function ProofBox({ code, label, expected, given, tick }: ProofProps) {
  return (
    <Checkbox
      checked={given}
      onChange={(e) => tick(code, e.currentTarget.checked)}
      label={
        <>
          {label}
          {expected === "" ? null : <span className="expected">{expected}</span>}
        </>
      }
    />
  );
});

export function verify(view: DeskView, call: CallInFront): void {
  if (call.attempt !== null) {
    view.actions.ask({
      kind: "verifyIdentity",
      attempt: call.attempt,
      proofs: view.page.draft.proofs,
    });
  }
}

export function wrongParty(view: DeskView): void {
  view.panels.show("allDispositions", true);
  view.actions.notice("Choose what it was under Disposition: a wrong number, or somebody else.");
  focusOn("disposition-search");
}
