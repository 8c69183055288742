import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { readYaml } from "../../src/config/yaml.ts";
import { scalarText } from "../../src/draft/scalar.ts";
import { hasHidden } from "../../src/model/characters.ts";

/** Words that YAML, an editor or a shell may take for something else, besides any text that shows. */
const text = fc
  .oneof(
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: fc.constantFrom(..."ab:# -'\"\\,[]{}&*!|>%@`?~.=<0123\n\t\u00a0\u3000\u00e9") }),
    fc.constantFrom(
      "yes",
      "No",
      "null",
      "~",
      "1e3",
      "0x1f",
      "012345678901",
      "2026-01-01",
      "12:30",
      "<<",
      "...",
      "---",
      "- a",
      "a: b",
      "a #b",
      ".inf",
      "=",
      " a",
      "a ",
      "",
      "?",
      "on",
    ),
  )
  .filter((value) => !hasHidden(value));

test("any text is read back as it is, by orgsync and by YAML's own rules, as key, value and in flow", () => {
  fc.assert(
    fc.property(text, (value) => {
      const key =
        value === "" || value.length > 200 || ["__proto__", "constructor", "prototype"].includes(value) ? "key" : value;
      const yaml = [
        `${scalarText(key, false)}: ${scalarText(value, false)}`,
        `flow: { ${scalarText(key)}: ${scalarText(value)}, list: [${scalarText(value)}, ${scalarText(value)}] }`,
        `block:\n  - ${scalarText(value, false)}`,
        "",
      ].join("\n");
      fc.pre(!["flow", "block", "list"].includes(key));
      const { tree, mistakes } = readYaml(yaml);
      expect(mistakes).toEqual([]);
      const read = (node: typeof tree): unknown =>
        node?.type === "map"
          ? [...node.entries].map(([name, entry]) => [name, read(entry.value)])
          : node?.type === "list"
            ? node.items.map(read)
            : node?.text;
      expect(read(tree)).toEqual([
        [key, value],
        [
          "flow",
          [
            [key, value],
            ["list", [value, value]],
          ],
        ],
        ["block", [value]],
      ]);
      expect(parse(yaml, { version: "1.1" })).toEqual({
        [key]: value,
        flow: { [key]: value, list: [value, value] },
        block: [value],
      });
      expect(parse(yaml)).toEqual({ [key]: value, flow: { [key]: value, list: [value, value] }, block: [value] });
    }),
    { numRuns: 3000 },
  );
});

test("quotes only where something needs them", () => {
  const plain = [
    "acme-dev",
    "12h",
    "AdministratorAccess",
    "aws+dev@acme.com",
    "o-a1b2c3d4e5",
    "Workloads/Dev",
    "Kind of: no".slice(0, 7),
    "d\u00e9j\u00e0 vu",
    "https://acme.com/x",
    "true story",
    "PT12H",
    "us-east-1",
  ];
  for (const value of plain) expect(scalarText(value)).toBe(value);
  expect(scalarText("123456789012")).toBe('"123456789012"');
  expect(scalarText("yes")).toBe('"yes"');
  expect(scalarText(true)).toBe("true");
  expect(scalarText("Build, and look")).toBe('"Build, and look"');
  expect(scalarText("Build, and look", false)).toBe("Build, and look");
  expect(scalarText('say "hi": x')).toBe("'say \"hi\": x'");
  expect(scalarText("two\nlines")).toBe('"two\\nlines"');
});
