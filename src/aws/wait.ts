import type { Clock } from "../model/clock.ts";
import { OrgsyncError } from "../model/errors.ts";

export interface WaitOptions<T> {
  readonly clock: Clock;
  /** For the message when patience ends: `CreateAccount acme-dev`. */
  readonly what: string;
  /** Before the first look, and the longest pause between two looks, in milliseconds; pauses grow by half. */
  readonly first: number;
  readonly longest: number;
  readonly timeout: number;
  readonly look: () => Promise<T>;
  readonly done: (state: T) => boolean;
}

/** Looks at an asynchronous request until it has ended. */
export async function waitFor<T>({ clock, what, first, longest, timeout, look, done }: WaitOptions<T>): Promise<T> {
  const deadline = clock.now() + timeout;
  for (let pause = first; ; pause = Math.min(longest, pause * 1.5)) {
    await clock.sleep(Math.round(pause));
    const state = await look();
    if (done(state)) return state;
    if (clock.now() >= deadline) {
      throw new OrgsyncError("ORG0508", `${what} has not ended after ${Math.round(timeout / 60_000)} minutes`, {
        hint: "AWS may still finish it; run the same command again, it picks up what is there",
      });
    }
  }
}
