export const backoffMillisFirst = 250;
export const backoffMillisMax = 8_000;

/// How long to wait before try `failures` (1 is the first after a loss): doubles up to a limit, and
/// spread over half of itself so that a floor of pages does not come back at one instant.
///
/// @param chance from 0 to below 1
export function backoffMillis(failures: number, chance: number): number {
  const full = Math.min(backoffMillisMax, backoffMillisFirst * 2 ** Math.min(failures - 1, 10));
  return Math.round(full / 2 + (full / 2) * chance);
}
