import { expect, test } from "vitest";
import { callFacts } from "../src/core/call";
import { emptyDraft } from "../src/core/form";
import { firstPage, next, type Page, type PageEvent } from "../src/core/page";
import { rehearsed } from "../src/core/rehearsal";
import { scriptFor } from "../src/core/script";
import { proofs } from "../src/core/verify";
import type { Screen } from "../src/wire/desk";
import type { ToPage } from "../src/wire/frames";
import { golden } from "./golden";

type DeskFrame = Extract<ToPage, { kind: "desk" }>;
const nowMillis = Date.parse("2026-03-02T20:15:02Z");

function rehearsal(...events: readonly PageEvent[]): { page: Page; screen: Screen } {
  const ready = golden<DeskFrame>("desk-ready");
  const before = [...events].reduce(next, firstPage);
  const page = rehearsed(before, ready.desk);
  const screen = page.desk?.call?.screen;
  if (screen == null) {
    throw new Error("a rehearsal has a screen");
  }
  return { page, screen };
}

test("a rehearsal has nobody on the telephone, and nothing of a debt", () => {
  const { screen } = rehearsal();
  expect(screen.person.givenName + screen.person.familyName).toBe("");
  expect(screen.person.phones.map((phone) => phone.number.text)).toEqual([""]);
  expect(screen.person.bornOn).toBeNull();
  expect(screen.debt).toBeNull();
  expect(screen.flags).toEqual([]);
});

test("a rehearsal belongs to no attempt, and nothing of the last call is left in it", () => {
  const frame: PageEvent = { kind: "frame", frame: golden<DeskFrame>("desk-ready"), nowMillis };
  const { page } = rehearsal(
    frame,
    { kind: "typed", draft: { ...emptyDraft, note: "Will pay" } },
    { kind: "noticed", notice: "Tick what the person has proved first." },
  );
  expect(page.attempt).toBeNull();
  expect(page.desk?.call?.attempt).toBeNull();
  expect(page.draft).toEqual(emptyDraft);
  expect(page.unsaved).toBe(false);
  expect(page.notice).toBe("");
});

test("all that a call shows can be drawn of a rehearsal", () => {
  const { page, screen } = rehearsal();
  const desk = page.desk;
  const call = desk?.call;
  if (desk == null || call == null) {
    throw new Error("a rehearsal has a call");
  }
  expect(callFacts(call, screen, nowMillis).localZone).toBe("Eastern Time");
  expect(proofs(screen).map((proof) => proof.code)).toContain("FULL_NAME");
  expect(scriptFor(desk, "A. Kim")?.title).toBe("Ask for the person");
});
