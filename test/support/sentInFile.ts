import { afterAll } from "vitest";
import { sent } from "./sent.ts";

declare module "vitest" {
  interface TaskMeta {
    /** What `sent` held when the file was done. */
    sent?: readonly string[];
  }
}

/** Hands what a test file has sent to the process that runs them all (everyOperation.ts). */
// oxlint-disable-next-line no-empty-pattern -- vitest reads the parameters: the first one has to be a pattern
afterAll(({}, file) => {
  file.meta.sent = [...sent];
});
