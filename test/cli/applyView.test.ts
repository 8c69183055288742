import { describe, expect, test } from "vitest";
import { run } from "../support/io.ts";
import { inExample } from "./folder.ts";

const SANDBOX = "--sandbox=sandbox.json";

describe("a display that breaks changes nothing", () => {
  test.each([
    ["lines", [], {}, /\] ✓/],
    ["live rows", [], { terminal: true }, /Ctrl-C stops/],
    ["events", ["--format", "json"], {}, /"type":"done"/],
    ["lines beside Markdown", ["--format", "markdown"], {}, /\] ✓/],
  ] as const)("%s", async (_, flags, options, text) => {
    await inExample("guide", async ({ orgsync, path }) => {
      let broken = 0;
      const { code, stderr } = await run(["apply", SANDBOX, "--yes", ...flags], {
        cwd: path,
        ...options,
        // Ticks as often as the sandbox's clock lets anything else run.
        every: (_ms, tick) => {
          const timer = setInterval(tick, 0);
          return () => clearInterval(timer);
        },
        onWrite: (written) => {
          if (!text.test(written)) return;
          broken += 1;
          throw new Error("the display is broken");
        },
      });
      expect(stderr).toContain("ORG0799: a defect in orgsync's display; the apply goes on unseen");
      expect(broken).toBe(1);
      expect(code).toBe(0);
      expect((await orgsync(["plan", SANDBOX, "--detailed-exitcode"])).code).toBe(0);
    });
  });
});
