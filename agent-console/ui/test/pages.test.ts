import { expect, test } from "vitest";
import { deniedPage, isPage } from "../src/core/pages";

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

test.each([
  ["", true],
  ["#/", true],
  ["#/floor", true],
  ["#/desk/3", true],
  ["#/office/decision/7", true],
  ["#/nowhere", false],
  ["#/flooring", false],
  ["#/tasks/3", false],
  ["#/office/nowhere", false],
  ["#/desk/three", false],
])("the address %j names a page: %s", (hash, is) => expect(isPage(hash)).toBe(is));
