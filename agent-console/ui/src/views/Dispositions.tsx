import { Button, TextInput } from "@mantine/core";
import { type KeyboardEvent, memo, useState } from "react";
import { type Choice, favourites, searchChoices } from "../core/dispositions";
import { choose, faultAt } from "../core/form";
import type { DeskView } from "./deskView";
import { useSteady } from "./useSteady";

interface Props {
  readonly view: DeskView;
  readonly shown: readonly Choice[];
}

/// Nine favourites with their keys, and a search over all.
export function Dispositions({ view, shown }: Props) {
  const { draft, faults } = view.page;
  const chosen = shown.find((one) => one.disposition.code === draft.code);
  const hot = favourites(shown);
  const fault = faultAt(faults, "code");
  const press = useSteady((code: string) => {
    const choice = shown.find((one) => one.disposition.code === code);
    if (choice !== undefined) {
      take(view, choice);
    }
  });
  const showAll = useSteady(() => view.panels.show("allDispositions", true));
  return (
    <div role="group" aria-labelledby="dispositions">
      <div className="spread">
        <h3 id="dispositions" className="eyebrow">
          Disposition <kbd>Alt+1…9</kbd>
        </h3>
        {chosen !== undefined && chosen.disposition.hotKey === null ? (
          <span className="strong">{chosen.disposition.label}</span>
        ) : null}
      </div>
      <div className="hot">
        {hot.map(({ disposition, barred }) => (
          <HotButton
            key={disposition.code}
            code={disposition.code}
            hotKey={disposition.hotKey}
            label={disposition.label}
            barred={barred}
            on={draft.code === disposition.code}
            press={press}
          />
        ))}
      </div>
      {fault === "" ? null : (
        <div className="act" role="alert">
          {fault}
        </div>
      )}
      <HoldWarning view={view} chosen={chosen} />
      {view.panels.allDispositions ? (
        <Search view={view} shown={shown} />
      ) : (
        <ShowAll press={showAll} />
      )}
    </div>
  );
}

const ShowAll = memo(function ShowAll({ press }: { press: () => void }) {
  return (
    <Button variant="subtle" size="compact-sm" onClick={press}>
      All dispositions&nbsp;<kbd>Alt+0</kbd>
    </Button>
  );
});

interface HotProps {
  readonly code: string;
  readonly hotKey: number | null;
  readonly label: string;
  readonly barred: string;
  readonly on: boolean;
  readonly press: (code: string) => void;
}

const HotButton = memo(function HotButton({ code, hotKey, label, barred, on, press }: HotProps) {
  return (
    <Button
      variant={on ? "filled" : "default"}
      aria-pressed={on}
      justify="flex-start"
      size="xs"
      disabled={barred !== ""}
      title={barred || undefined}
      onClick={() => press(code)}
    >
      <kbd aria-hidden="true">{hotKey}</kbd>
      {label}
    </Button>
  );
});

function HoldWarning({ view, chosen }: { view: DeskView; chosen: Choice | undefined }) {
  if (chosen === undefined || chosen.disposition.holdCode === null) {
    return null;
  }
  return (
    <p className="watch" role="status">
      Saving sets a hold at once ({chosen.disposition.label.toLowerCase()}).{" "}
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => view.actions.type({ ...view.page.draft, code: "" })}
      >
        Undo
      </Button>
    </p>
  );
}

function Search({ view, shown }: Props) {
  const [typed, setTyped] = useState("");
  const found = searchChoices(shown, typed);
  const pick = (choice: Choice | undefined) => {
    if (choice !== undefined && take(view, choice)) {
      view.panels.show("allDispositions", false);
    }
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.ctrlKey) {
      event.preventDefault();
      pick(found[0]);
    } else if (event.key === "Escape") {
      view.panels.show("allDispositions", false);
    }
  };
  return (
    <div className="all">
      <TextInput
        id="disposition-search"
        aria-label="Search dispositions"
        placeholder="Search; Enter takes the first"
        autoFocus
        value={typed}
        onChange={(e) => setTyped(e.currentTarget.value)}
        onKeyDown={press}
      />
      <ul>
        {found.map((choice) => (
          <li key={choice.disposition.code}>
            <button type="button" disabled={choice.barred !== ""} onClick={() => pick(choice)}>
              <span>{choice.disposition.label}</span>
              <span className="dim">{choice.barred || choice.disposition.category}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/// Chooses it in the form, or says why it cannot be.
export function take(view: DeskView, choice: Choice): boolean {
  if (choice.barred !== "") {
    view.actions.notice(`${choice.disposition.label}: ${choice.barred.toLowerCase()}.`);
    return false;
  }
  const screen = view.page.desk?.call?.screen ?? null;
  view.actions.type(choose(view.page.draft, choice.disposition, screen, view.now()));
  return true;
}
