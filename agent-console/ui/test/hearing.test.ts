import { expect, test } from "vitest";
import { type Hearing, heard, nothingYet } from "../src/core/hearing";

test.each<[readonly number[], Hearing["sound"]]>([
  [[], "awaited"],
  [[0, 0], "awaited"],
  [[0, 0, 0], "missing"],
  [[0, 40], "arrives"],
  [[50, 50, 50], "arrives"],
  [[50, 50, 50, 50], "missing"],
  [[0, 0, 0, 50], "arrives"],
  [[50, 50, 50, 50, 51], "arrives"],
])("packets %j: sound %s", (looks, sound) =>
  expect(looks.reduce(heard, nothingYet).sound).toBe(sound),
);
