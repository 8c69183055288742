import { defineConfig } from "vitest/config";

/** What decides whether a mutant of the rails lives: the tests of the rails, and no others. */
export default defineConfig({
  test: { include: ["test/engine/rails.test.ts"], env: { NO_COLOR: "1" } },
});
