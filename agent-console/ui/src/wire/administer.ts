import type {
  Administration,
  NewCampaign,
  NewMember,
  PhoneKind,
  Settings,
  SipAccount,
} from "./administration";
import { type Reply, request } from "./api";
import type { Order } from "./floor";

const root = "/api/administration";

/// What an administrator's page asks of the server.
export function administer(csrf: string) {
  const post = (path: string, body: unknown = {}): Promise<Reply<unknown>> =>
    request<unknown>("POST", root + path, body, csrf);
  /// Answers the account of a desk phone, and null for a softphone.
  const sip = (path: string, body: unknown): Promise<Reply<SipAccount | null>> =>
    request<SipAccount | null>("POST", root + path, body, csrf);
  return {
    all: () => request<Administration>("GET", root),
    addMember: (member: NewMember) => sip("/staff", member),
    setLine: (member: number, phone: PhoneKind) => sip(`/staff/${member}/line`, { phone }),
    setPassword: (member: number, password: string) =>
      post(`/staff/${member}/password`, { password }),
    disable: (member: number) => post(`/staff/${member}/disable`),
    unlock: (member: number) => post(`/staff/${member}/unlock`),
    addCampaign: (campaign: NewCampaign) => post("/campaigns", campaign),
    setCampaign: (campaign: number, settings: Settings) =>
      post(`/campaigns/${campaign}/settings`, settings),
    attach: (campaign: number, portfolio: number) =>
      post(`/campaigns/${campaign}/portfolios/${portfolio}`),
    detach: (campaign: number, portfolio: number) =>
      request<unknown>(
        "DELETE",
        `${root}/campaigns/${campaign}/portfolios/${portfolio}`,
        {},
        csrf,
      ),
    order: (order: Order) => post("/orders", order),
  };
}

export type Administer = ReturnType<typeof administer>;
