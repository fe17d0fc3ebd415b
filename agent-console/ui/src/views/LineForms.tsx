import { Button, Radio } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { phoneWords } from "../core/administration";
import type { Member, PhoneKind, SipAccount } from "../wire/administration";
import type { Run } from "./useAdministration";

const kinds: readonly PhoneKind[] = ["BROWSER", "DESK"];

interface NewLineProps {
  readonly member: Member;
  readonly run: Run;
  readonly give: (account: SipAccount | null) => void;
  readonly done: () => void;
}

/// Gives somebody a desk phone or the softphone, and a new SIP secret.
export function NewLine({ member, run, give, done }: NewLineProps) {
  const [phone, setPhone] = useState<PhoneKind>(member.phone);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await run((ask) => ask.setLine(member.id, phone), give)) {
      done();
    }
  };
  return (
    <form onSubmit={submit} aria-label={`Line of ${member.login}`}>
      <fieldset>
        <legend>
          Line {member.line} of {member.login}
        </legend>
        {kinds.map((kind) => (
          <Radio
            key={kind}
            name="phone"
            label={phoneWords(kind).replace(/^./, (first) => first.toUpperCase())}
            checked={phone === kind}
            onChange={() => setPhone(kind)}
          />
        ))}
      </fieldset>
      <Button type="submit">Set line, with a new secret</Button>
      <Button variant="default" onClick={done}>
        Cancel
      </Button>
    </form>
  );
}

interface SipAccountShownProps {
  readonly account: SipAccount;
  readonly done: () => void;
}

/// What is typed into a desk phone, until it is put away.
export function SipAccountShown({ account, done }: SipAccountShownProps) {
  return (
    <div className="row" role="group" aria-label={`SIP account of ${account.login}`}>
      <span>
        Desk phone of {account.login}: SIP user <code>{account.user}</code>, secret{" "}
        <code>{account.secret}</code>. It is shown this once.
      </span>
      <Button size="compact-sm" variant="default" onClick={done}>
        I have it
      </Button>
    </div>
  );
}

/// What else a line needs.
export function RealAsterisk() {
  return (
    <p className="dim">
      With a real Asterisk a new or changed line works once <code>asterisk-config</code> was run
      again and Asterisk reloaded, and the desk was opened anew.
    </p>
  );
}
