import { defineConfig } from "vitest/config";
import { filesOf, PARTS } from "./test/parts.ts";

/** `--mode quick` and `--mode deep` are the two other runs: fewer parts, larger sizes (test/deep/sizes.ts). */
export default defineConfig(({ mode }) => ({
  test: {
    // All of them: the tests wait for nothing but themselves.
    maxWorkers: "100%",
    globalSetup: ["test/support/everyOperation.ts"],
    coverage: { include: ["src/**/*.ts"], provider: "v8", reporter: ["text-summary"], reportOnFailure: true },
    projects: PARTS.filter(({ quick }) => quick === true || mode !== "quick").map((part) => ({
      test: {
        name: part.name,
        ...filesOf(part),
        // Loading and warming up what everything needs takes half of the time of short tests.
        isolate: part.apart === true || mode === "deep",
        globalSetup: part.setup ?? [],
        setupFiles: ["test/support/noWrites.ts", "test/support/sentInFile.ts"],
        // A test that asserts nothing cannot fail.
        expect: { requireAssertions: true },
        // Tests wait on the sandbox's clock, not on the wall's; only a hanging one needs long.
        testTimeout: 900_000,
        hookTimeout: 120_000,
        // Most of what a test makes is gone at once: collected in larger steps it costs a tenth less.
        execArgv: ["--max-semi-space-size=64"],
        env: { NO_COLOR: "1", AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true", ORGSYNC_RUN: mode },
      },
    })),
  },
}));
