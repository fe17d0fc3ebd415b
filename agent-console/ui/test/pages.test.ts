import { expect, test } from "vitest";
import { deniedPage } from "../src/core/pages";

test.each([
  ["#/office", ["ADMIN"], "Compliance"],
  ["#/office/decision/7", ["AGENT"], "Compliance"],
  ["#/office", ["OFFICER"], null],
  ["#/desk", ["SUPERVISOR"], "The agent's desk"],
  ["#/desk", ["AGENT"], null],
  ["#/records", ["AGENT"], "Records"],
  ["#/administration", ["SUPERVISOR"], "Administration"],
  ["", ["AGENT"], null],
  ["#/elsewhere", ["AGENT"], null],
] as const)("the page %s for %s", (hash, roles, denied) =>
  expect(deniedPage(hash, roles)).toBe(denied),
);
