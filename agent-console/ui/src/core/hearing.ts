import type { Sound } from "./line";

/// So many looks in a row without a packet mean that no sound arrives.
export const silentBeatsMax = 3;

/// What was heard of a call so far.
export interface Hearing {
  readonly packets: number;
  readonly silentBeats: number;
  readonly sound: Sound;
}

export const nothingYet: Hearing = { packets: 0, silentBeats: 0, sound: "awaited" };

/// After another look at how many packets have arrived: a call that is up proves no sound.
export function heard(before: Hearing, packets: number): Hearing {
  const silentBeats = packets > before.packets ? 0 : before.silentBeats + 1;
  const missing = silentBeats >= silentBeatsMax;
  return {
    packets,
    silentBeats,
    sound: missing ? "missing" : packets > 0 ? "arrives" : "awaited",
  };
}
