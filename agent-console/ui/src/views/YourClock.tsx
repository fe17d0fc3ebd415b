import { ownZone, stamped } from "../core/time";

/// Which clock the times of the page are read on.
export function YourClock() {
  return <span className="dim">Times: your clock ({ownZone})</span>;
}

/// A text whose instants are read on the reader's clock, each in one piece.
export function Clocked({ text }: { readonly text: string }) {
  return (
    <>
      {stamped(text, ownZone).map((part, index) =>
        index % 2 === 1 ? (
          <span className="stamp" key={index}>
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </>
  );
}
