import type { ReactNode } from "react";
import { formatMoney } from "../core/money";
import { addressStanding, phoneKind, phoneStanding } from "../core/person";
import { formatDay, formatMoment } from "../core/time";
import { sentenceCase } from "../core/words";
import type { Debt, HistoryLine, Person } from "../wire/desk";

/// Addresses and numbers of the person.
export function AccountTab({ person }: { person: Person }) {
  return (
    <Lines
      heads={["What", "Where", "What we know"]}
      none="Nothing is known."
      rows={[
        ...person.phones.map((phone) => ({
          key: `p${phone.id}`,
          cells: [phoneKind(phone), phone.number.text, phoneStanding(phone)],
        })),
        ...person.addresses.map((one) => ({
          key: `${one.line}${one.postalCode}`,
          cells: [
            "Address",
            `${one.line}, ${one.city}, ${one.region} ${one.postalCode}`,
            addressStanding(one),
          ],
        })),
      ]}
    />
  );
}

/// Calls, dispositions, notes, promises and payments, newest first.
export function TimelineTab({ debt, zone }: { debt: Debt; zone: string }) {
  return (
    <>
      <History lines={debt.history} zone={zone} none="Nothing has happened yet." />
      <p className="dim">Times: the consumer’s clock</p>
    </>
  );
}

/// The debt itself: itemization, dates, linked accounts.
export function DebtTab({ debt }: { debt: Debt }) {
  const day = (date: string | null) => (date === null ? "not given" : formatDay(date));
  return (
    <>
      <dl className="facts wide">
        <div>
          <dt>Placed by {debt.client}</dt>
          <dd>{formatMoney(debt.placed)}</dd>
        </div>
        <div>
          <dt>Itemization {formatDay(debt.itemizationOn)}</dt>
          <dd>{formatMoney(debt.itemizationAmount)}</dd>
        </div>
        <div>
          <dt>Delinquent since</dt>
          <dd>{day(debt.delinquentOn)}</dd>
        </div>
        <div>
          <dt>Limitation ends</dt>
          <dd>{day(debt.limitationOn)}</dd>
        </div>
      </dl>
      <h3 className="eyebrow">Linked accounts</h3>
      <Lines
        heads={["Client", "Kind", "Balance"]}
        none="None."
        rows={debt.linked.map((one) => ({
          key: `${one.account}`,
          cells: [one.client, sentenceCase(one.debtType), formatMoney(one.balance)],
        }))}
      />
    </>
  );
}

/// Promises and payments.
export function MoneyTab({ debt, zone }: { debt: Debt; zone: string }) {
  return (
    <>
      <h3 className="eyebrow">Promises</h3>
      <Lines
        heads={["Due", "Amount", "State"]}
        none="None."
        rows={debt.promises.map((one) => ({
          key: `${one.dueOn}${one.amount.minorUnits}`,
          cells: [formatDay(one.dueOn), formatMoney(one.amount), sentenceCase(one.state)],
        }))}
      />
      <h3 className="eyebrow">Payments</h3>
      <History
        lines={debt.history.filter((line) => line.kind === "PAYMENT")}
        zone={zone}
        none="None."
      />
    </>
  );
}

export function History({
  lines,
  zone,
  none,
}: {
  lines: readonly HistoryLine[];
  zone: string;
  none: string;
}) {
  return (
    <Lines
      heads={["When", "What", "Who", "Text"]}
      none={none}
      rows={lines.map((line, i) => ({
        key: `${line.at}${i}`,
        cells: [
          line.day === null ? formatMoment(line.at, zone) : formatDay(line.day),
          sentenceCase(line.kind),
          line.who || "system",
          line.text,
        ],
      }))}
    />
  );
}

interface LinesProps {
  readonly heads: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
  readonly none: string;
}

function Lines({ heads, rows, none }: LinesProps) {
  if (rows.length === 0) {
    return <p className="dim">{none}</p>;
  }
  return (
    <table className="lines">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head}>{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            {row.cells.map((cell, i) => (
              <td key={heads[i]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
