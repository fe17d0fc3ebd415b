import { missedAt, missedFace } from "../core/missed";
import type { Missed } from "../wire/desk";
import { Mark } from "./Mark";

/// The last call, when it reached nobody: where it went and what became of it.
export function MissedCall({ missed }: { missed: Missed }) {
  const face = missedFace(missed);
  return (
    <div className="missed" role="group" aria-label="Your last call">
      <div className="eyebrow">Your last call, {missedAt(missed)} on your clock</div>
      <div className="strong">
        <Mark shape="cross" size={11} /> {face.title}
        {face.who === "" ? "" : `: ${face.who}`}
      </div>
      <div>{face.sentence}</div>
    </div>
  );
}
