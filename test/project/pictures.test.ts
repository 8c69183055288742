import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { expect, test } from "vitest";
import { terminalSvg } from "../../scripts/terminalSvg.ts";

type Node = DefaultTreeAdapterTypes.Node;

/** Every run of words in a picture: its text, its column and line. */
function runsIn(svg: string): { text: string; column: number; y: number; bold: boolean }[] {
  const found: ReturnType<typeof runsIn> = [];
  const visit = (node: Node): void => {
    if ("tagName" in node && node.tagName === "text") {
      const attribute = (name: string) => node.attrs.find((one) => one.name === name)?.value ?? "";
      const text = node.childNodes.map((child) => ("value" in child ? child.value : "")).join("");
      found.push({
        text,
        column: Math.round((Number(attribute("x")) - 16) / 8.4),
        y: Number(attribute("y")),
        bold: attribute("font-weight") === "bold",
      });
    }
    if ("childNodes" in node) node.childNodes.forEach(visit);
  };
  visit(parse(svg));
  return found;
}

test("words keep their columns without a blank that a browser could leave out", () => {
  const output = "\u001b[1mHead\u001b[22m   right\n      in \u2192 deep\n  \u001b[32m+\u001b[39m a  b\n";
  const runs = runsIn(terminalSvg(output, 40, "a <plan>"));
  expect(runs.map(({ text, column }) => [column, text])).toEqual([
    [0, "Head"],
    [7, "right"],
    [6, "in \u2192 deep"],
    [2, "+"],
    [4, "a"],
    [7, "b"],
  ]);
  expect(runs.filter(({ text }) => /^ | $| {2}/.test(text))).toEqual([]);
  expect(new Set(runs.map(({ y }) => y)).size).toBe(3);
  expect(runs.filter(({ bold }) => bold).map(({ text }) => text)).toEqual(["Head"]);
});
