import { Button, Modal } from "@mantine/core";
import { memo, useState } from "react";

const keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"] as const;

interface Props {
  readonly opened: boolean;
  readonly close: () => void;
  readonly press: (key: string) => void;
}

/// The keypad of the page's own telephone.
export const Keypad = memo(function Keypad({ opened, close, press }: Props) {
  const [pressed, setPressed] = useState("");
  const send = (key: string) => {
    press(key);
    setPressed((before) => before + key);
  };
  const leave = () => {
    setPressed("");
    close();
  };
  return (
    <Modal
      opened={opened}
      onClose={leave}
      title="Keypad"
      size="xs"
      onKeyDown={(e) => (keys.some((key) => key === e.key) ? send(e.key) : undefined)}
    >
      <output className="keypad-sent" aria-live="polite">
        {pressed || " "}
      </output>
      <div className="keypad">
        {keys.map((key) => (
          <Button key={key} variant="default" size="lg" onClick={() => send(key)}>
            {key}
          </Button>
        ))}
      </div>
    </Modal>
  );
});
