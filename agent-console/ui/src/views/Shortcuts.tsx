import { Modal } from "@mantine/core";
import { shortcuts } from "../core/keys";

/// The list of keys.
export function Shortcuts({ opened, close }: { opened: boolean; close: () => void }) {
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
}
