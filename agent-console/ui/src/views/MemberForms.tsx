import { Button, Checkbox, PasswordInput, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { roles, roleWords } from "../core/administration";
import type { Member, PhoneKind, SipAccount } from "../wire/administration";
import type { Role } from "../wire/http";
import { RealAsterisk } from "./LineForms";
import type { Run } from "./useAdministration";

interface NewPasswordProps {
  readonly member: Member;
  readonly run: Run;
  readonly done: () => void;
}

/// Gives somebody a new password.
export function NewPassword({ member, run, done }: NewPasswordProps) {
  const [password, setPassword] = useState("");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await run((ask) => ask.setPassword(member.id, password))) {
      done();
    }
  };
  return (
    <form onSubmit={submit} aria-label={`New password for ${member.login}`}>
      <SecretInput
        label={`New password for ${member.login}`}
        value={password}
        set={setPassword}
        autoFocus
      />
      <Button type="submit">Set password</Button>
      <Button variant="default" onClick={done}>
        Cancel
      </Button>
    </form>
  );
}

interface SecretInputProps {
  readonly label: string;
  readonly value: string;
  readonly set: (value: string) => void;
  readonly autoFocus?: boolean;
}

function SecretInput({ label, value, set, autoFocus = false }: SecretInputProps) {
  return (
    <PasswordInput
      label={label}
      description="At least eight characters"
      autoComplete="new-password"
      required
      autoFocus={autoFocus}
      withAsterisk={false}
      minLength={8}
      w={230}
      visibilityToggleButtonProps={{ "aria-label": "Show the password" }}
      value={value}
      onChange={(e) => set(e.currentTarget.value)}
    />
  );
}

const nobody = {
  login: "",
  name: "",
  roles: ["AGENT"] as readonly Role[],
  password: "",
  phone: "BROWSER" as PhoneKind,
};

interface NewMemberProps {
  readonly run: Run;
  /// Shows what is to be typed into a desk phone.
  readonly give: (account: SipAccount | null) => void;
}

/// Enters somebody, who may log in at once.
export function NewMember({ run, give }: NewMemberProps) {
  const [member, setMember] = useState(nobody);
  const set = (part: Partial<typeof nobody>) => setMember({ ...member, ...part });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await run((ask) => ask.addMember(member), give)) {
      setMember(nobody);
    }
  };
  return (
    <>
      <h3>Add a user</h3>
      <form onSubmit={submit} aria-label="Add a user">
        <TextInput
          label="Login"
          description="Small letters and digits"
          required
          withAsterisk={false}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={member.login}
          onChange={(e) => set({ login: e.currentTarget.value })}
        />
        <TextInput
          label="Name"
          description="What colleagues see"
          required
          withAsterisk={false}
          autoComplete="off"
          value={member.name}
          onChange={(e) => set({ name: e.currentTarget.value })}
        />
        <SecretInput
          label="Password"
          value={member.password}
          set={(password) => set({ password })}
        />
        <fieldset>
          <legend>Roles</legend>
          {roles.map((role) => (
            <Checkbox
              key={role}
              label={roleWords([role])}
              checked={member.roles.includes(role)}
              onChange={(e) =>
                set({
                  roles: e.currentTarget.checked
                    ? [...member.roles, role]
                    : member.roles.filter((held) => held !== role),
                })
              }
            />
          ))}
        </fieldset>
        <Checkbox
          label="Desk phone"
          description="A SIP telephone, not the softphone in the page"
          checked={member.phone === "DESK"}
          onChange={(e) => set({ phone: e.currentTarget.checked ? "DESK" : "BROWSER" })}
        />
        <Button type="submit">Add user</Button>
      </form>
      <RealAsterisk />
    </>
  );
}
