import { type ReactNode, useState } from "react";

interface Props {
  readonly title: string;
  readonly opened?: () => void;
  readonly children: ReactNode;
}

/// What few calls need, behind its title. It is made when it is first opened, so that no call waits
/// for it to be drawn; what is typed in it stays when it is closed.
export function Fold({ title, opened, children }: Props) {
  const [made, setMade] = useState(false);
  return (
    <details
      className="fold"
      onToggle={(e) => {
        if (e.currentTarget.open) {
          setMade(true);
          opened?.();
        }
      }}
    >
      <summary>{title}</summary>
      {made ? children : null}
    </details>
  );
}
