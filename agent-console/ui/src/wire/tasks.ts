import { type Reply, request } from "./api";
import type { Day, Instant } from "./desk";

export interface Task {
  readonly id: number;
  readonly kind: string;
  readonly title: string;
  readonly role: string;
  readonly since: Instant;
  readonly dueAt: Instant;
  readonly whom: Whom | null;
  readonly holder: { readonly id: number; readonly name: string } | null;
  /// A payment as the agent recorded it on the telephone.
  readonly paid: Announced | null;
  readonly done: { readonly at: Instant; readonly by: string; readonly result: string } | null;
}

export interface Whom {
  readonly consumer: number;
  readonly name: string;
  readonly debt: { readonly account: number; readonly currency: string } | null;
}

export interface Announced {
  readonly amountMinor: number;
  readonly currency: string;
  readonly method: string;
  readonly confirmation: string;
  readonly at: Instant;
}

/// GET /api/tasks
export interface Tasks {
  readonly open: readonly Task[];
  readonly done: readonly Task[];
}

/// POST /api/tasks/:task/close
export interface Closing {
  readonly result: string;
  readonly paid: VerifiedPayment | null;
}

export interface VerifiedPayment {
  readonly amountMinor: number;
  readonly paidOn: Day;
  readonly reference: string;
}

export const tasksApi = {
  all: (): Promise<Reply<Tasks>> => request<Tasks>("GET", "/api/tasks"),
  take: (task: Task, csrf: string) =>
    request<Tasks>(
      "POST",
      `/api/tasks/${task.id}/take`,
      { holder: task.holder?.id ?? null },
      csrf,
    ),
  close: (task: Task, closing: Closing, csrf: string) =>
    request<Tasks>("POST", `/api/tasks/${task.id}/close`, closing, csrf),
};
