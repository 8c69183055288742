import type { Clock } from "../model/clock.ts";
import { OrgsyncError } from "../model/errors.ts";
import { AwsError } from "./errors.ts";

export interface CreateOptions<T> {
  readonly clock: Clock;
  /** For messages: `user dax@acme.com`. */
  readonly what: string;
  readonly create: () => Promise<T>;
  /** Looks by natural key. */
  readonly find: () => Promise<T | undefined>;
  /** Called, perhaps twice, when the thing was there before this create: no try of its own can have made it. */
  readonly onExisting?: () => void;
}

/** The pauses between tries, in milliseconds: about a minute, the time in which AWS shows its own writes. */
const PAUSES = [1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000];

/**
 * Creates a thing exactly once although AWS offers no idempotency token: when a create ends in doubt, or finds the
 * name taken, the thing is looked up by its natural key, and created again only when it is not there.
 *
 * Returns the found thing too when this very create may have made it (`adopted`); the caller decides whether it is
 * the wanted one.
 */
export async function createOnce<T>({
  clock,
  what,
  create,
  find,
  onExisting,
}: CreateOptions<T>): Promise<{ value: T; adopted: boolean }> {
  let mayBeOurs = false;
  for (let attempt = 0; ; attempt++) {
    try {
      return { value: await create(), adopted: false };
    } catch (error) {
      if (!(error instanceof AwsError) || !["exists", "unsure", "busy", "malformed"].includes(error.kind)) throw error;
      mayBeOurs ||= error.kind === "unsure" || error.kind === "malformed";
      if (error.kind === "exists" && !mayBeOurs) onExisting?.();
      const pause = PAUSES[attempt];
      if (pause === undefined) {
        if (error.kind !== "exists") throw error;
        throw new OrgsyncError("ORG0602", `${what}: AWS says that it exists, but does not list it (${error.message})`, {
          hint: "something else may hold this name; run plan again",
          cause: error,
        });
      }
      await clock.sleep(pause);
      const value = await find();
      if (value === undefined) continue;
      if (!mayBeOurs) onExisting?.();
      return { value, adopted: true };
    }
  }
}
