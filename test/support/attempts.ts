import { OPERATIONS } from "../../src/aws/operations.ts";

/** Writes that somebody tried on a connection that can only read; every test file ends with none (noWrites.ts). */
export const attempted: string[] = [];

/** Hears of each call of a read-only connection before it is sent. */
export function countAttempt({ operation }: { readonly operation: string }): void {
  const [service = "", command = ""] = operation.split(":");
  const operations: Readonly<Record<string, { readonly access: string } | undefined>> =
    OPERATIONS[service as keyof typeof OPERATIONS] ?? {};
  const spec = operations[command.charAt(0).toLowerCase() + command.slice(1)];
  if (spec?.access !== "read") attempted.push(operation);
}
