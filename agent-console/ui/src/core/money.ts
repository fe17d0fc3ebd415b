import type { Money } from "../wire/desk";

/// "$1,482.17". Works on whole minor units, so nothing is rounded.
export function formatMoney(money: Money): string {
  const digits = minorDigits(money.currency);
  const sign = money.minorUnits < 0 ? "−" : "";
  const units = Math.abs(money.minorUnits)
    .toString()
    .padStart(digits + 1, "0");
  const whole = units.slice(0, units.length - digits).replace(/\B(?=(\d{3})+$)/g, ",");
  const part = digits === 0 ? "" : `.${units.slice(units.length - digits)}`;
  return `${sign}${symbol(money.currency)}${whole}${part}`;
}

/// Minor units of what a person typed ("1,482.17", "$40"); null when it is no amount above zero.
export function parseMinorUnits(typed: string, currency: string): number | null {
  const digits = minorDigits(currency);
  const plain = typed.trim().replace(/[$£€,\s]/g, "");
  const match = /^(\d{1,12})(?:\.(\d*))?$/.exec(plain);
  if (match === null || (match[2] ?? "").length > digits) {
    return null;
  }
  const minor = Number(`${match[1]}${(match[2] ?? "").padEnd(digits, "0")}`);
  return minor > 0 ? minor : null;
}

/// Equal parts that add up exactly; the first parts carry the odd minor units.
export function splitEvenly(minorUnits: number, parts: number): number[] {
  const share = Math.floor(minorUnits / parts);
  const odd = minorUnits % parts;
  return Array.from({ length: parts }, (_, i) => (i < odd ? share + 1 : share));
}

/// "1482.17", as a field holds it.
export function plainAmount(money: Money): string {
  return formatMoney(money).replace(/[^0-9.]/g, "");
}

function minorDigits(currency: string): number {
  const options = new Intl.NumberFormat("en-US", { style: "currency", currency }).resolvedOptions();
  return options.maximumFractionDigits ?? 2;
}

function symbol(currency: string): string {
  const parts = new Intl.NumberFormat("en-US", { style: "currency", currency }).formatToParts(0);
  return parts.find((part) => part.type === "currency")?.value ?? `${currency} `;
}
