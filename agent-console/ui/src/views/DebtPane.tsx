import { Tabs } from "@mantine/core";
import { memo } from "react";
import type { Tab } from "../core/keys";
import { formatMoney, splitEvenly } from "../core/money";
import { formatDay } from "../core/time";
import { sentenceCase } from "../core/words";
import type { Debt, Money, Screen } from "../wire/desk";
import { AccountTab, DebtTab, MoneyTab, TimelineTab } from "./DebtTabs";

interface Props {
  readonly tab: Tab;
  readonly showTab: (tab: Tab) => void;
  readonly screen: Screen;
}

/// The debt once identity is verified; until then only that it is hidden.
export const DebtPane = memo(function DebtPane({ tab, showTab, screen }: Props) {
  const { debt } = screen;
  return (
    <>
      {debt === null ? null : <Balance debt={debt} />}
      <Tabs
        value={tabShown(tab, debt)}
        onChange={(chosen) => showTab(chosen as Tab)}
        keepMounted={false}
      >
        <Tabs.List>
          {debt === null ? null : <Tabs.Tab value="timeline">Timeline</Tabs.Tab>}
          {debt === null ? null : <Tabs.Tab value="debt">Debt</Tabs.Tab>}
          {debt === null ? null : <Tabs.Tab value="money">Money</Tabs.Tab>}
          <Tabs.Tab value="person">Person</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="person">
          <AccountTab person={screen.person} />
        </Tabs.Panel>
        {debt === null ? null : (
          <>
            <Tabs.Panel value="timeline">
              <TimelineTab debt={debt} zone={screen.dialed.zone} />
            </Tabs.Panel>
            <Tabs.Panel value="debt">
              <DebtTab debt={debt} />
            </Tabs.Panel>
            <Tabs.Panel value="money">
              <MoneyTab debt={debt} zone={screen.dialed.zone} />
            </Tabs.Panel>
          </>
        )}
      </Tabs>
    </>
  );
});

function tabShown(wanted: Tab, debt: Debt | null): Tab {
  return debt === null ? "person" : wanted;
}

function Balance({ debt }: { debt: Debt }) {
  return (
    <div className="balance">
      <div>
        <div className="eyebrow">Balance</div>
        <div className="sum">{formatMoney(debt.balance)}</div>
        <div className="dim">
          {formatMoney(debt.principal)} principal + {formatMoney(debt.interest)} interest +{" "}
          {formatMoney(debt.fees)} fees
        </div>
      </div>
      <div>
        <div className="eyebrow">Owed to</div>
        <div className="strong">{debt.currentCreditor}</div>
        <div className="dim">
          {debt.originalCreditor === debt.currentCreditor
            ? sentenceCase(debt.debtType)
            : `${sentenceCase(debt.debtType)}, first ${debt.originalCreditor}`}
          {" · "}
          {debt.clientAccountNumber}
        </div>
      </div>
      <Terms debt={debt} />
    </div>
  );
}

const parts = 3;

function Terms({ debt }: { debt: Debt }) {
  const share: Money = {
    minorUnits: splitEvenly(debt.balance.minorUnits, parts)[0] ?? debt.balance.minorUnits,
    currency: debt.balance.currency,
  };
  const open = debt.promises.find((promise) => promise.state === "OPEN");
  const broken = debt.promises.find((promise) => promise.state === "BROKEN");
  return (
    <div>
      <div className="eyebrow">May be agreed</div>
      <div>
        Full, or {parts} × {formatMoney(share)}
      </div>
      <div className="dim">
        Settle for no less than {formatMoney(debt.policy.settlementFloor)} · pay within{" "}
        {debt.policy.promiseDaysMax} days
      </div>
      {open === undefined ? null : (
        <div className="strong">
          Promised: {formatMoney(open.amount)} by {formatDay(open.dueOn)}
        </div>
      )}
      {broken === undefined ? null : (
        <div className="watch">
          Promise broken: {formatMoney(broken.amount)}, {formatDay(broken.dueOn)}
        </div>
      )}
    </div>
  );
}
