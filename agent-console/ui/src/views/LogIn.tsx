import { Button, PasswordInput, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { api } from "../wire/api";

/// The log-in page.
export function LogIn({ done }: { done: () => void }) {
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [fault, setFault] = useState("");
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const reply = await api.logIn(login.trim(), password);
    setBusy(false);
    switch (reply.kind) {
      case "done":
        return done();
      case "refused":
        return setFault(reply.refused.sentence);
      case "unreachable":
        return setFault("The server does not answer. Try again in a moment.");
    }
  };
  return (
    <main className="gate">
      <form className="pane rows" onSubmit={submit}>
        <div className="mark">
          <img src="/icon.svg" alt="" />
          <h1 style={{ fontSize: "inherit" }}>Rightparty</h1>
        </div>
        <TextInput
          label="Login"
          autoComplete="username"
          autoFocus
          required
          withAsterisk={false}
          autoCapitalize="none"
          spellCheck={false}
          value={login}
          onChange={(e) => setLogin(e.currentTarget.value)}
        />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ "aria-label": "Show the password" }}
          value={password}
          onChange={(e) => setPassword(e.currentTarget.value)}
        />
        <div role="alert" className="act">
          {fault}
        </div>
        <Button type="submit" loading={busy} fullWidth>
          Log in
        </Button>
      </form>
    </main>
  );
}
