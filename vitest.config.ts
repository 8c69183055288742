import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // All of them: the tests wait for nothing but themselves.
    maxWorkers: "100%",
    setupFiles: ["test/support/noWrites.ts", "test/support/sentInFile.ts"],
    globalSetup: ["test/support/everyOperation.ts"],
    // Tests wait on the sandbox's clock, not on the wall's; only a hanging one needs long.
    testTimeout: 900_000,
    hookTimeout: 120_000,
    // Most of what a test makes is gone at once: collected in larger steps it costs a tenth less.
    execArgv: ["--max-semi-space-size=64"],
    env: { NO_COLOR: "1", AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
    coverage: { include: ["src/**/*.ts"], provider: "v8" },
  },
});
