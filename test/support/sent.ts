import type { ObservedCall } from "../../src/sandbox/index.ts";

/** The operations that orgsync's own clients have sent in this test file, as AWS saw them arrive. */
export const sent = new Set<string>();

export function recordSent({ service, operation }: Pick<ObservedCall, "service" | "operation">): void {
  sent.add(`${service}:${operation}`);
}
