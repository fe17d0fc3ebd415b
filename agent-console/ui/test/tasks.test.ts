import { describe, expect, test } from "vitest";
import {
  closingForm,
  closingOf,
  isLate,
  isOfPayment,
  mayDoTasks,
  paidWords,
  whomWords,
} from "../src/core/tasks";
import type { Task } from "../src/wire/tasks";

const task: Task = {
  id: 7,
  kind: "VERIFY_PAYMENT",
  title: "Paid on the phone: $120.00",
  role: "SUPERVISOR",
  since: "2026-11-18T17:00:00Z",
  dueAt: "2026-11-19T17:00:00Z",
  whom: { consumer: 3, name: "Maria Delgado", debt: { account: 9, currency: "USD" } },
  holder: null,
  paid: {
    amountMinor: 12_000,
    currency: "USD",
    method: "CARD",
    confirmation: "C-77",
    at: "2026-11-18T03:00:00Z",
  },
  done: null,
};

describe("tasks", () => {
  test("supervisors and officers have a list of them", () => {
    expect(mayDoTasks(["AGENT", "ADMIN"])).toBe(false);
    expect(mayDoTasks(["SUPERVISOR"])).toBe(true);
    expect(mayDoTasks(["OFFICER"])).toBe(true);
  });

  test("a task says whom it is about and what was recorded", () => {
    expect(whomWords(task)).toBe("Maria Delgado, account 9");
    expect(whomWords({ ...task, whom: { ...task.whom!, debt: null } })).toBe("Maria Delgado");
    expect(whomWords({ ...task, whom: null })).toBe("Nobody in particular");
    expect(paidWords(task)).toBe("$120.00 by card, confirmation C-77");
    expect(paidWords({ ...task, paid: null })).toBe("");
  });

  test("it is late from the instant after it was due", () => {
    const due = Date.parse(task.dueAt);
    expect(isLate(task.dueAt, due)).toBe(false);
    expect(isLate(task.dueAt, due + 1)).toBe(true);
  });

  test("a payment is verified only where a debt is known", () => {
    expect(isOfPayment(task)).toBe(true);
    expect(isOfPayment({ ...task, kind: "REVIEW" })).toBe(false);
    expect(isOfPayment({ ...task, whom: { ...task.whom!, debt: null } })).toBe(false);
  });

  test("what the agent recorded stands in the form, by the day in the reader's zone", () => {
    const form = closingForm(task, "America/New_York");
    expect(form).toEqual({
      verified: false,
      amount: "120.00",
      paidOn: "2026-11-17",
      reference: "C-77",
      result: "",
    });
    expect(closingOf(task, form)).toContain("what came of it");
    expect(closingOf(task, { ...form, result: " Not found. " })).toEqual({
      result: "Not found.",
      paid: null,
    });
    const verified = { ...form, result: "Found.", verified: true };
    expect(closingOf(task, verified)).toEqual({
      result: "Found.",
      paid: { amountMinor: 12_000, paidOn: "2026-11-17", reference: "C-77" },
    });
    expect(closingOf(task, { ...verified, amount: "0" })).toContain("amount");
    expect(closingOf(task, { ...verified, paidOn: "" })).toContain("day");
    expect(closingOf(task, { ...verified, reference: " " })).toContain("reference");
  });
});
