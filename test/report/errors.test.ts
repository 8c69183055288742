import { stripVTControlCharacters, styleText } from "node:util";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { errorText, noteText } from "../../src/report/errors.ts";
import { problemsText } from "../../src/report/problems.ts";
import { plain, type Style } from "../../src/report/style.ts";

const TERMINAL: Style = { ...plain(60), isTTY: true };
const source = { file: "org.yaml", line: 12, column: 3 };
const failure = {
  code: "ORG0503",
  message: "sts:GetCallerIdentity: there are no credentials, or none that work any more (request 7f3a9c41)",
  details: ["AWS was asked because org.yaml does not say: the id of acme-dev, acme-staging and acme-production"],
  hint: "log in, such as with the profile that your organization gave you:\n  aws sso login --profile acme --no-browser --use-device-code --debug",
};

describe("an error", () => {
  test("at a terminal is wrapped; what is to be copied is not", () => {
    expect(errorText(failure, TERMINAL)).toBe(
      [
        "error ORG0503: sts:GetCallerIdentity: there are no",
        "    credentials, or none that work any more (request",
        "    7f3a9c41)",
        "  AWS was asked because org.yaml does not say: the id of",
        "    acme-dev, acme-staging and acme-production",
        "  help: log in, such as with the profile that your",
        "    organization gave you:",
        "    aws sso login --profile acme --no-browser --use-device-code --debug",
        "",
      ].join("\n"),
    );
  });

  test("in a log has each sentence on one line", () => {
    expect(errorText(failure, plain(60)).split("\n").slice(0, 2)).toEqual([
      `error ORG0503: ${failure.message}`,
      `  ${failure.details.join("")}`,
    ]);
  });

  test("about a line of a file begins with the place, as the problems of org.yaml do", () => {
    const { code, message } = failure;
    const [first] = errorText({ code, message, source }, TERMINAL).split("\n");
    expect(first).toBe("org.yaml:12:3  error ORG0503  sts:GetCallerIdentity: there");
    const [same] = problemsText([{ code: "ORG0503", message, source }], new Map(), TERMINAL).split("\n");
    expect(same).toBe(first);
  });

  test("keeps to the columns with colours, too", () => {
    const paint: Style["paint"] = (format, text) => styleText(format, text, { validateStream: false });
    const coloured = errorText(failure, { ...TERMINAL, paint });
    expect(stripVTControlCharacters(coloured)).toBe(errorText(failure, TERMINAL));
    const lines = coloured.split("\n").filter((line) => !line.includes("aws sso login"));
    expect(lines.filter((line) => stringWidth(line) > 60)).toEqual([]);
  });

  test("shows what does not show, and begins no command of a runner", () => {
    const hostile = { code: "ORG0702", message: "a\u001b[31mb\nc", details: ["::error::x"], hint: "d\u202e\n::e::" };
    const text = errorText({ ...hostile, source: { ...source, file: "::f::" } }, plain(100));
    expect(text.split("\n")).toEqual([
      "\\::f:::12:3  error ORG0702  a\\u001b[31mb\\u000ac",
      "  \\::error::x",
      "  help: d\\u202e",
      "  \\::e::",
      "",
    ]);
  });
});

test("a note looks like it", () => {
  expect(noteText("AWS does not tell whether there is an organization already: access denied", TERMINAL)).toBe(
    "note: AWS does not tell whether there is an organization\n    already: access denied\n",
  );
});
