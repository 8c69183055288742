import { expect, test } from "vitest";
import { looksOf } from "../../src/cli/looks.ts";

/** `colours`, or `plain`, and `moves` where the cursor may move. */
function looks(stream: "terminal" | "pipe", env: Record<string, string> = {}, ...argv: string[]): string {
  const { colours, movesCursor } = looksOf(stream === "terminal", env, argv);
  return `${colours ? "colours" : "plain"}${movesCursor ? ", moves" : ""}`;
}

test("a terminal has colours and live rows, a pipe or a file has neither", () => {
  expect(looks("terminal")).toBe("colours, moves");
  expect(looks("pipe")).toBe("plain");
  expect(looks("pipe", { TERM: "xterm-256color", COLORTERM: "truecolor" })).toBe("plain");
});

test("a dumb terminal has neither", () => {
  expect(looks("terminal", { TERM: "dumb" })).toBe("plain");
});

test("a terminal of a CI service has colours, and lines that stay", () => {
  expect(looks("terminal", { CI: "true" })).toBe("colours");
  expect(looks("terminal", { CI: "false" })).toBe("colours, moves");
});

test("NO_COLOR takes the colours, and nothing else", () => {
  expect(looks("terminal", { NO_COLOR: "1" })).toBe("plain, moves");
  expect(looks("terminal", { NO_COLOR: "0" })).toBe("plain, moves");
  expect(looks("terminal", { NO_COLOR: "" })).toBe("colours, moves");
  expect(looks("pipe", { NO_COLOR: "1", FORCE_COLOR: "1" })).toBe("plain");
});

test("FORCE_COLOR gives colours to whatever it is, and 0 takes them", () => {
  expect(looks("pipe", { FORCE_COLOR: "1" })).toBe("colours");
  expect(looks("pipe", { FORCE_COLOR: "3", TERM: "dumb" })).toBe("colours");
  expect(looks("terminal", { FORCE_COLOR: "0" })).toBe("plain, moves");
  expect(looks("terminal", { FORCE_COLOR: "false" })).toBe("plain, moves");
  expect(looks("pipe", { FORCE_COLOR: "" })).toBe("plain");
});

test("flags win over the environment, the last one over the others", () => {
  expect(looks("pipe", { NO_COLOR: "1", TERM: "dumb" }, "plan", "--color")).toBe("colours");
  expect(looks("terminal", { FORCE_COLOR: "1" }, "plan", "--no-color")).toBe("plain, moves");
  expect(looks("terminal", {}, "--color", "plan", "--no-color")).toBe("plain, moves");
  expect(looks("pipe", {}, "--no-color", "plan", "--color")).toBe("colours");
});

test("behind -- there are no flags", () => {
  expect(looks("pipe", {}, "explain", "--", "--color")).toBe("plain");
});
