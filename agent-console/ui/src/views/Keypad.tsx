import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import type { DeskView } from "./deskView";

const keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"] as const;

/// The keypad of the page's own telephone.
export function Keypad({ view }: { view: DeskView }) {
  const [pressed, setPressed] = useState("");
  const press = (key: string) => {
    view.softphone.press(key);
    setPressed((before) => before + key);
  };
  const close = () => {
    setPressed("");
    view.panels.show("keypad", false);
  };
  return (
    <Modal
      opened={view.panels.keypad}
      onClose={close}
      title="Keypad"
      size="xs"
      onKeyDown={(e) => (keys.some((key) => key === e.key) ? press(e.key) : undefined)}
    >
      <output className="keypad-sent" aria-live="polite">
        {pressed || " "}
      </output>
      <div className="keypad">
        {keys.map((key) => (
          <Button key={key} variant="default" size="lg" onClick={() => press(key)}>
            {key}
          </Button>
        ))}
      </div>
    </Modal>
  );
}
