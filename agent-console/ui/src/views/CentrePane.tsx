import { memo, useEffect } from "react";
import { languageName } from "../core/words";
import type { CallInFront, Screen } from "../wire/desk";
import { DebtPane } from "./DebtPane";
import { isField } from "./useKeys";
import type { DeskView } from "./deskView";
import { DutiesPane } from "./DutiesPane";
import { Mark } from "./Mark";
import { PreviewPane } from "./PreviewPane";
import { VerifyPane } from "./VerifyPane";

/// The middle pane: who it is; then, once verified, what is owed.
export function CentrePane({ view, call }: { view: DeskView; call: CallInFront }) {
  const { screen } = call;
  useFocusOnPop(screen === null ? null : `${call.attempt ?? "preview"}-${screen.account}`);
  if (screen === null) {
    return (
      <section className="pane centre-pane" aria-label="Account" aria-busy="true">
        <h2 id="pop" tabIndex={-1}>
          A call is coming…
        </h2>
      </section>
    );
  }
  return (
    <section className="pane centre-pane" aria-label="Account">
      <PersonHead screen={screen} />
      <DutiesPane view={view} call={call} />
      {call.phase === "PREVIEW" ? (
        <PreviewPane view={view} screen={screen} />
      ) : call.verified ? null : (
        <VerifyPane view={view} call={call} screen={screen} />
      )}
      <DebtPane tab={view.panels.tab} showTab={view.panels.showTab} screen={screen} />
    </section>
  );
}

const PersonHead = memo(function PersonHead({ screen }: { screen: Screen }) {
  const { person } = screen;
  return (
    <div>
      <div className="spread">
        <h2 id="pop" tabIndex={-1} className="person">
          {person.givenName} {person.familyName}
        </h2>
        <span className="dim">
          Account {screen.account} · {languageName(person.language)}
        </span>
      </div>
      {screen.flags.length === 0 ? null : (
        <ul className="flags" aria-label="Heed">
          {screen.flags.map((flag) => (
            <li key={`${flag.code} ${flag.sentence}`}>
              <Mark shape="triangle" size={11} /> {flag.sentence}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
});

/// A screen pop takes the focus unless the agent is typing (WCAG 3.2.1).
function useFocusOnPop(pop: string | null): void {
  useEffect(() => {
    if (pop !== null && !isField(document.activeElement)) {
      document.getElementById("pop")?.focus();
    }
  }, [pop]);
}
