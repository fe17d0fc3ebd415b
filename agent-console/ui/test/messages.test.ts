import { describe, expect, test } from "vitest";
import { messageSteps, missingKinds, mustSay } from "../src/core/messages";
import type { Message } from "../src/wire/messages";

const draft: Message = {
  id: 1,
  title: "LIMITED_CONTENT-en-1",
  kind: "LIMITED_CONTENT",
  language: "en",
  version: 1,
  business: "Harbor",
  body: "This is {agent} from {business}. Please call {number}.",
  prompt: "",
  author: "Ada",
  approver: null,
  approvedAt: null,
  inForceFrom: null,
  state: "DRAFT",
};

describe("governed messages", () => {
  test("nobody approves what she wrote herself", () => {
    expect(messageSteps(draft, "ada")).toEqual(["withdraw"]);
    expect(messageSteps(draft, "grace")).toEqual(["approve", "withdraw"]);
  });

  test("only an approved message is put in force, and a withdrawn one is done with", () => {
    expect(messageSteps({ ...draft, state: "APPROVED" }, "ada")).toContain("activate");
    expect(messageSteps({ ...draft, state: "IN_FORCE" }, "ada")).toEqual(["withdraw"]);
    expect(messageSteps({ ...draft, state: "WITHDRAWN" }, "ada")).toEqual([]);
  });

  test("a kind is missing until a version of it is in force", () => {
    expect(missingKinds([draft])).toEqual(["ABANDONED", "LIMITED_CONTENT", "VOICEMAIL"]);
    expect(missingKinds([{ ...draft, state: "IN_FORCE" }])).toEqual(["ABANDONED", "VOICEMAIL"]);
  });

  test("each kind says what it needs", () => {
    expect(mustSay("LIMITED_CONTENT")).toContain("{agent}");
    expect(mustSay("ABANDONED")).not.toContain("{agent}");
  });
});
