import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { SIZES, type Size } from "../test/deep/sizes.ts";
import { PARTS } from "../test/parts.ts";
import { withBlock } from "./block.ts";
import { table } from "./reliability.ts";

const PATH = "test/README.md";

/** The page about the tests, with what each run takes from the tables that the runs themselves read. */
export async function testParts(): Promise<string> {
  const text = await readFile(join(import.meta.dirname, "..", PATH), "utf8");
  const parts = table([
    ["part", "what it shows", "quick"],
    ...PARTS.map(({ name, about, quick }) => [`\`${name}\``, about, quick === true ? "yes" : ""]),
  ]);
  const sizes = table([
    ["what", "quick", "npm test", "deep"],
    ...Object.values<Size>(SIZES).map(({ of, quick, usual, deep }) => [
      of,
      quick === undefined ? "-" : number(quick),
      number(usual),
      number(deep),
    ]),
  ]);
  const shown = withBlock(PATH, text, ["<!-- test/parts.ts -->\n\n", "\n<!-- end -->"], `${parts}\n`);
  return withBlock(PATH, shown, ["<!-- test/deep/sizes.ts -->\n\n", "\n<!-- end -->"], `${sizes}\n`);
}

const number = (count: number): string => (count === Infinity ? "all" : count.toLocaleString("en-US"));
