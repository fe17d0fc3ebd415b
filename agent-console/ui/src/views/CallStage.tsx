import { Activity, memo } from "react";
import { rehearsed } from "../core/rehearsal";
import type { Desk } from "../wire/desk";
import { CallPane } from "./CallPane";
import { CentrePane } from "./CentrePane";
import type { DeskView } from "./deskView";
import { WrapUpPane } from "./WrapUpPane";

interface Props {
  readonly view: DeskView;
  readonly desk: Desk;
}

/// The three panes of a call. While there is none they stand there out of sight, drawn for nobody
/// in idle time, so that a call that comes has but to fill them in: React mounts no effect of what
/// is hidden, and nobody sees, hears or reaches it. Keyed by the turn, so that each call begins
/// with panes that no other has used.
export const CallStage = memo(function CallStage({ view, desk }: Props) {
  const now = desk.call === null ? rehearsal(view, desk) : view;
  const shown = now.page.desk;
  return shown === null || shown.call === null ? null : (
    <Activity mode={desk.call === null ? "hidden" : "visible"}>
      <main className="desk-panes">
        <CallPane view={now} desk={shown} call={shown.call} />
        <CentrePane view={now} call={shown.call} />
        <WrapUpPane view={now} desk={shown} call={shown.call} />
      </main>
    </Activity>
  );
}, sameRehearsal);

function rehearsal(view: DeskView, desk: Desk): DeskView {
  return { ...view, page: rehearsed(view.page, desk) };
}

/// A rehearsal is drawn anew only when the forms of a call have changed.
function sameRehearsal(before: Props, after: Props): boolean {
  return (
    before.desk.call === null &&
    after.desk.call === null &&
    before.view.me === after.view.me &&
    before.view.dispositions === after.view.dispositions &&
    before.view.reasons === after.view.reasons &&
    before.view.softphone.state.kind === after.view.softphone.state.kind
  );
}
