import type { Role } from "../wire/http";
import { mayAdminister } from "./administration";
import { mayRetain } from "./audit";
import { maySeeFloor } from "./floor";
import { decisionOf, maySeeOffice } from "./office";
import { mayDoTasks } from "./tasks";

type Page = readonly [hash: string, name: string, may: (roles: readonly Role[]) => boolean];

const pages: readonly Page[] = [
  ["#/desk", "The agent's desk", (roles) => roles.includes("AGENT")],
  ["#/floor", "The floor", maySeeFloor],
  ["#/office", "Compliance", maySeeOffice],
  ["#/records", "Records", mayRetain],
  ["#/tasks", "Tasks", mayDoTasks],
  ["#/administration", "Administration", mayAdminister],
];

/// Whether an address names a page, or no page at all and so one's own.
export function isPage(hash: string): boolean {
  const whole = ["", "#/", ...pages.map(([start]) => start)];
  return whole.includes(hash) || /^#\/desk\/[1-9]\d*$/.test(hash) || decisionOf(hash) !== "";
}

/// The page that an address names and that these roles may not open; null when they may, or when it
/// names none.
export function deniedPage(hash: string, roles: readonly Role[]): string | null {
  const named = pages.find(([start]) => hash.startsWith(start));
  return named === undefined || named[2](roles) ? null : named[1];
}
