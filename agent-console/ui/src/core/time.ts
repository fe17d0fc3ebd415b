import type { Day, Instant } from "../wire/desk";

/// "02:14", "1:02:14". Never below zero.
export function formatSpan(millis: number): string {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  const two = (n: number) => n.toString().padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

export function millisOf(instant: Instant): number {
  return Date.parse(instant);
}

/// How clocks and days are written on every page.
const locale = "en-US";

/// One formatter for each zone, made when it is first asked for: making one costs more than a
/// hundred uses of it.
function perZone(
  language: string,
  options: Intl.DateTimeFormatOptions,
): (zone: string) => Intl.DateTimeFormat {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (timeZone) => {
    const known = made.get(timeZone);
    if (known !== undefined) {
      return known;
    }
    const one = new Intl.DateTimeFormat(language, { ...options, timeZone });
    made.set(timeZone, one);
    return one;
  };
}

const clocks = perZone(locale, { hour: "numeric", minute: "2-digit" });
const zoneNames = perZone(locale, { timeZoneName: "longGeneric" });
const days = perZone(locale, { day: "numeric", month: "short", year: "numeric" });
const daysOfYear = perZone(locale, { day: "numeric", month: "short" });
const isoDays = perZone("en-CA", { year: "numeric", month: "2-digit", day: "2-digit" });
const wallClocks = perZone(locale, {
  hourCycle: "h23",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
  second: "numeric",
});

/// The zone of the reader's own clock.
export const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/// "2026-11-18 12:41:58" on the clock of that zone.
export function formatStamp(instant: Instant, zone: string): string {
  const parts = wallClocks(zone).formatToParts(millisOf(instant));
  const of = (type: string) =>
    (parts.find((part) => part.type === type)?.value ?? "").padStart(2, "0");
  return `${of("year")}-${of("month")}-${of("day")} ${of("hour")}:${of("minute")}:${of("second")}`;
}

/// A text cut before and behind each instant in it, the instants as stamps of that zone: those stand
/// at the odd places.
export function stamped(text: string, zone: string): readonly string[] {
  return text
    .split(/(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z)/)
    .map((part, index) => (index % 2 === 1 ? formatStamp(part, zone) : part));
}

/// "5:42 PM" on the clock of that zone.
export function clockIn(zone: string, millis: number): string {
  return clocks(zone).format(millis).replace("\u202f", " ");
}

/// "Eastern Time" of "America/New_York".
export function zoneWords(zone: string, millis: number): string {
  const parts = zoneNames(zone).formatToParts(millis);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
}

/// "Nov 12, 2026" of a date.
export function formatDay(day: Day): string {
  const [year, month, date] = day.split("-").map(Number);
  return days("UTC").format(Date.UTC(year ?? 0, (month ?? 1) - 1, date ?? 1));
}

/// "Nov 12, 5:42 PM" on the clock of that zone.
export function formatMoment(instant: Instant, zone: string): string {
  const day = daysOfYear(zone).format(millisOf(instant));
  return `${day}, ${clockIn(zone, millisOf(instant))}`;
}

/// The date in that zone, "2026-03-02".
export function dayIn(zone: string, millis: number): Day {
  return isoDays(zone).format(millis);
}

export function plusDays(day: Day, count: number): Day {
  const [year, month, date] = day.split("-").map(Number);
  return new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, (date ?? 1) + count))
    .toISOString()
    .slice(0, 10);
}

/// Whole days from one date to another.
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000);
}

/// The instant at which clocks in `zone` show `day` and `time` ("17:30").
///
/// Case list: a time shown once; a time shown twice (clocks go back): the first; a time never shown
/// (clocks go forward): null, for nobody can be called then.
export function instantAt(day: Day, time: string, zone: string): Instant | null {
  const wall = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(wall)) {
    return null;
  }
  const guesses = [-12, 14].map((hours) => wall - offsetMillis(zone, wall + hours * 3_600_000));
  const shown = guesses.filter((guess) => guess + offsetMillis(zone, guess) === wall);
  return shown.length === 0 ? null : new Date(Math.min(...shown)).toISOString();
}

/// How far the clocks of `zone` are ahead of UTC at that instant.
function offsetMillis(zone: string, millis: number): number {
  const parts = wallClocks(zone).formatToParts(millis);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const shown = Date.UTC(
    of("year"),
    of("month") - 1,
    of("day"),
    of("hour"),
    of("minute"),
    of("second"),
  );
  return shown - Math.floor(millis / 1000) * 1000;
}
