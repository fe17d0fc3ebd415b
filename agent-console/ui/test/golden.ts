import { readFileSync } from "node:fs";
import { join } from "node:path";

/// The golden files that hold server and page to one another; read by tests only.
export function golden<T>(name: string): T {
  const file = join(import.meta.dirname, "../../src/test/golden/wire", `${name}.json`);
  return JSON.parse(readFileSync(file, "utf8")) as T;
}
