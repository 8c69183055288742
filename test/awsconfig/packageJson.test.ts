import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withScript } from "../../src/awsconfig/packageJson.ts";

const add = (text: string) => withScript(text, "sso", "aws sso login", (script) => script === "aws sso login --old");

describe("adds the script as the others are written", () => {
  test.each([
    [
      "tabs, behind the last",
      '{\n\t"name": "x",\n\t"scripts": {\n\t\t"dev": "sst dev"\n\t},\n\t"type": "module"\n}\n',
      '{\n\t"name": "x",\n\t"scripts": {\n\t\t"dev": "sst dev",\n\t\t"sso": "aws sso login"\n\t},\n\t"type": "module"\n}\n',
    ],
    [
      "no scripts yet",
      '{\n    "name": "x"\n}',
      '{\n    "name": "x",\n    "scripts": {\n        "sso": "aws sso login"\n    }\n}',
    ],
    [
      "carriage returns, empty scripts",
      '{\r\n  "scripts": {},\r\n  "name": "x"\r\n}\r\n',
      '{\r\n  "scripts": {\r\n    "sso": "aws sso login"\r\n  },\r\n  "name": "x"\r\n}\r\n',
    ],
    ["all on one line", '{"scripts":{"a":"b"}}', '{"scripts":{"a":"b","sso":"aws sso login"}}'],
    ["empty on one line", '{ "scripts": {} }', '{ "scripts": {"sso": "aws sso login"} }'],
    ["nothing at all", "{}", '{"scripts": {"sso": "aws sso login"}}'],
    [
      "a byte order mark, braces in strings",
      '\ufeff{\n  "a": "}{\\"",\n  "scripts": { "b": "{", "c": [1, {"d": "]"}] }\n}',
      '\ufeff{\n  "a": "}{\\"",\n  "scripts": { "b": "{", "c": [1, {"d": "]"}], "sso": "aws sso login" }\n}',
    ],
  ])("%s", (_, before, after) => {
    expect(add(before)).toEqual({ outcome: "added", text: after });
    expect(add(after)).toEqual({ outcome: "same", text: after });
  });
});

test("replaces an older one, and no other", () => {
  expect(add('{"scripts":{"sso":"aws sso login --old","a":"b"}}')).toEqual({
    outcome: "changed",
    text: '{"scripts":{"sso":"aws sso login","a":"b"}}',
  });
  expect(add('{"scripts":{"sso":"mine"}}')).toEqual({ outcome: "taken", script: '"mine"' });
  expect(add('{"scripts":{"sso":7}}')).toEqual({ outcome: "taken", script: "7" });
});

test.each(["", "[]", "null", "{", '{"scripts": []}', '{"scripts": "x"}', "{} // remark"])(
  "does not touch %j",
  (text) => {
    expect(add(text)).toEqual({ outcome: "unreadable" });
  },
);

test("of any package.json all else is the same, byte for byte", () => {
  const scripts = fc.dictionary(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }));
  const file = fc
    .record({ scripts }, { requiredKeys: [] })
    .chain((known) =>
      fc
        .tuple(fc.dictionary(fc.string(), fc.jsonValue()), fc.constantFrom("", "  ", "\t", "    "), fc.boolean())
        .map(([others, indent, isFirst]) =>
          JSON.stringify(isFirst ? { ...known, ...others } : { ...others, ...known }, null, indent),
        ),
    );
  fc.assert(
    fc.property(file, (text) => {
      const value = JSON.parse(text) as { scripts?: object };
      fc.pre(typeof (value.scripts ?? {}) === "object" && !Array.isArray(value.scripts) && value.scripts !== null);
      const result = add(text);
      if (result.outcome !== "added") throw new Error(result.outcome);
      expect(JSON.parse(result.text)).toEqual({ ...value, scripts: { ...value.scripts, sso: "aws sso login" } });
      // One piece was put in.
      let start = 0;
      while (text[start] === result.text[start]) start++;
      expect(result.text.slice(0, start) + result.text.slice(result.text.length - (text.length - start))).toBe(text);
    }),
    { numRuns: 1000 },
  );
});
