import { Modal } from "@mantine/core";
import { memo } from "react";
import { shortcuts } from "../core/keys";

interface Props {
  readonly opened: boolean;
  readonly close: () => void;
}

/// The list of keys.
export const Shortcuts = memo(function Shortcuts({ opened, close }: Props) {
  return (
    <Modal opened={opened} onClose={close} title="Keyboard" size="lg">
      <p className="dim" style={{ marginTop: 0 }}>
        Single letters work only while no field has the focus.
      </p>
      <dl className="keylist">
        {shortcuts.map(({ keys, does }) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
});
