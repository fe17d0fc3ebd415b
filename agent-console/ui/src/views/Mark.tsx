import type { Shape, StateFace } from "../core/agent";

/// The shape of a state, drawn, so that it is told without colour.
export function Mark({ shape, size = 13 }: { shape: Shape; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {drawing(shape)}
    </svg>
  );
}

function drawing(shape: Shape) {
  switch (shape) {
    case "circle":
      return <circle cx="8" cy="8" r="6.5" fill="currentColor" />;
    case "diamond":
      return <path d="M8 .5 15.5 8 8 15.5.5 8z" fill="currentColor" />;
    case "triangle":
      return <path d="M8 1 15.5 15H.5z" fill="currentColor" />;
    case "square":
      return <path d="M2 2h12v12H2z" fill="currentColor" />;
    case "cross":
      return <path d="m3 3 10 10M13 3 3 13" stroke="currentColor" strokeWidth="3" />;
    case "ring":
      return <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="3" />;
    case "bang":
      return <path d="M8 1v8.5M8 12v3" stroke="currentColor" strokeWidth="3.4" />;
    case "bars":
      return <path d="M4.5 1.5v13M11.5 1.5v13" stroke="currentColor" strokeWidth="3.6" />;
  }
}

/// A state as shape, word and tone.
export function Face({ face }: { face: StateFace }) {
  return (
    <span className={`face tone-${face.tone}`}>
      <Mark shape={face.shape} />
      {face.label}
    </span>
  );
}
