import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasHidden } from "../../src/model/characters.ts";
import type { Problem } from "../../src/model/problem.ts";
import { visible } from "../../src/report/escape.ts";
import { problemsGithub, problemsJson, problemsText } from "../../src/report/problems.ts";
import { plain } from "../../src/report/style.ts";

const text = "version: 1\ngroups:\n  admins:\n    members: [dax@acme.com, \u65e5\u672c@acme.com]\n";
const source = (line: number, column: number, endColumn?: number, file = "org.yaml") => ({
  file,
  line,
  column,
  ...(endColumn === undefined ? {} : { endColumn }),
});
const problem: Problem = { code: "ORG0301", message: "unknown user `dax@acme.com`", source: source(4, 15, 27) };
const texts = new Map([["org.yaml", text]]);

describe("text", () => {
  test("place, message, lines, second place, help and summary", () => {
    const full: Problem = {
      ...problem,
      hint: "`users` lists every user there is",
      didYouMean: "dan@acme.com",
      related: { message: "a group", source: source(3, 3, 9) },
    };
    expect(problemsText([full], texts)).toBe(
      [
        "org.yaml:4:15  error ORG0301  unknown user `dax@acme.com`",
        "   2 │ groups:",
        "   3 │   admins:",
        " > 4 │     members: [dax@acme.com, 日本@acme.com]",
        "     │               ^^^^^^^^^^^^",
        "     ·",
        "   3 │   admins:   ← a group",
        "  help: did you mean `dan@acme.com`?",
        "  help: `users` lists every user there is",
        "",
        "1 problem in org.yaml",
        "",
      ].join("\n"),
    );
  });

  test("the underline stands below what it means, also beside wide, hidden and tab characters", () => {
    const odd = "a:\t\u65e5\u672c\u202e[x, yy]\n";
    const frame = problemsText([{ ...problem, source: source(1, 11, 13) }], new Map([["org.yaml", odd]])).split("\n");
    expect(frame.slice(1, 3)).toEqual([" > 1 │ a: 日本\\u202e[x, yy]", "     │                  ^^"]);
  });

  test("a second place in another file is only named", () => {
    const other: Problem = {
      ...problem,
      related: { message: "a comma too many", source: source(3, 7, 8, "policies/a.json") },
    };
    expect(problemsText([other], texts)).toContain("     · policies/a.json:3:7  ← a comma too many\n");
  });

  test("without the file's text there is no frame", () => {
    expect(problemsText([problem], new Map())).toBe(
      "org.yaml:4:15  error ORG0301  unknown user `dax@acme.com`\n\n1 problem in org.yaml\n",
    );
  });

  test("long lines are cut around the place, to fit", () => {
    const long = `${"x".repeat(300)}HERE${"y".repeat(300)}`;
    for (const columns of [60, 80, 200]) {
      const output = problemsText(
        [{ ...problem, source: source(1, 301, 305) }],
        new Map([["org.yaml", long]]),
        plain(columns),
      );
      const [, line = "", underline = ""] = output.split("\n");
      expect(line.length).toBeLessThanOrEqual(columns);
      expect(line.slice(underline.indexOf("^"), underline.lastIndexOf("^") + 1)).toBe("HERE");
    }
  });

  test("the first fifty are shown and all are counted", () => {
    const many = Array.from({ length: 60 }, (_, index) => ({ ...problem, source: source(4, 15 + (index % 5)) }));
    const output = problemsText(many, texts);
    expect(output.match(/ORG0301/g)).toHaveLength(50);
    expect(output).toMatch(/\n60 problems in org\.yaml; 10 are not shown\n$/);
  });
});

describe("json", () => {
  test("is one document", () => {
    expect(JSON.parse(problemsJson([]))).toEqual({ formatVersion: 1, valid: true, problems: [] });
    expect(JSON.parse(problemsJson([{ ...problem, didYouMean: "dan@acme.com" }]))).toEqual({
      formatVersion: 1,
      valid: false,
      problems: [{ ...problem, didYouMean: "dan@acme.com" }],
    });
  });
});

describe("github", () => {
  test("one annotation a problem, with place and title", () => {
    expect(problemsGithub([{ ...problem, hint: "50% of a, b: c" }])).toBe(
      "::error file=org.yaml,line=4,col=15,endColumn=27,title=ORG0301::unknown user `dax@acme.com`%0A50%25 of a, b: c\n",
    );
  });

  test("properties are escaped", () => {
    const odd = { ...problem, source: source(1, 1, undefined, "a,b:c%\n.yaml") };
    expect(problemsGithub([odd])).toMatch(/^::error file=a%2Cb%3Ac%25\\u000a\.yaml,line=1,col=1,title=/);
  });

  test("ten are shown, the others counted", () => {
    const lines = problemsGithub(Array.from({ length: 12 }, () => problem))
      .trimEnd()
      .split("\n");
    expect(lines).toHaveLength(11);
    expect(lines.at(-1)).toBe("::notice title=orgsync::and 2 more problems");
    expect(
      problemsGithub(Array.from({ length: 10 }, () => problem))
        .trimEnd()
        .split("\n"),
    ).toHaveLength(10);
  });
});

test("whatever a file says, no output acts on a terminal or a GitHub runner", () => {
  const hostile = fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.constantFrom(
      "::error::x",
      "  ::stop-commands::t",
      "##[add-mask]x",
      "\u001b[31m",
      "a\n::set-output::b",
      "\r::x::",
      "\u202e",
      "\ud800",
      "\u2028",
    ),
  );
  fc.assert(
    fc.property(hostile, hostile, fc.nat(40), (words, line, column) => {
      const one: Problem = {
        code: "ORG0301",
        message: words,
        hint: words,
        didYouMean: words,
        source: source(1, 1 + column, undefined, words),
        related: { message: words, source: source(1, 1, 2, words) },
      };
      const outputs = [problemsText([one], new Map([[words, line]])), problemsJson([one]), problemsGithub([one])];
      for (const output of outputs) {
        expect(hasHidden(output)).toBe(false);
        expect(output).not.toMatch(/\r|##\[/);
        for (const written of output.split("\n")) expect(written).not.toMatch(/^\s*::(?!error file=)/);
      }
    }),
    { numRuns: 500 },
  );
});

test("what shows is left alone", () => {
  for (const word of ["dax@acme.com", "日本", "\u{1f600}", "a::b", "a:b", "# x", "[x]"])
    expect(visible(word)).toBe(word);
});
