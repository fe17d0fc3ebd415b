import { Button } from "@mantine/core";

/// Shown when another page took this desk or the session ended.
export function DeskDismissed({ reason, loggedOut }: { reason: string; loggedOut: () => void }) {
  return (
    <main className="gate">
      <section className="pane rows" role="alert">
        <h1 style={{ fontSize: 18 }}>This page is not your desk any more</h1>
        <p>{reason}</p>
        <Button onClick={() => window.location.reload()}>Use this page again</Button>
        <Button variant="default" onClick={loggedOut}>
          Log in as somebody else
        </Button>
      </section>
    </main>
  );
}
