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
  /** Where AWS has a word for the state: which it is, if AWS shows one yet, and those that say "not ended". */
  readonly status?: {
    readonly of: (state: T) => string | undefined;
    readonly pending: readonly string[];
  };
}

/** In milliseconds: how long a word that nobody knows may be one on the way to an end. */
const UNKNOWN_FOR = 60_000;

/** Looks at an asynchronous request until it has ended, or says what orgsync has never heard of. */
export async function waitFor<T>(options: WaitOptions<T>): Promise<T> {
  const { clock, what, first, longest, timeout, look, done, status } = options;
  const deadline = clock.now() + timeout;
  let unknownSince: number | undefined;
  for (let pause = first; ; pause = Math.min(longest, pause * 1.5)) {
    await clock.sleep(Math.round(pause));
    const state = await look();
    if (done(state)) return state;
    const word = status?.of(state);
    const isUnknown = word !== undefined && status?.pending.includes(word) === false;
    unknownSince = isUnknown ? (unknownSince ?? clock.now()) : undefined;
    if (unknownSince !== undefined && clock.now() - unknownSince >= UNKNOWN_FOR) {
      throw new OrgsyncError(
        "ORG0505",
        `${what}: AWS says ${word}, a state that this version of orgsync does not know`,
        {
          hint: "see in the AWS console what became of it, then run the same command again: it picks up what is there; a newer version may know the state",
        },
      );
    }
    if (clock.now() >= deadline) {
      const last = word === undefined ? "" : `; AWS says ${word}`;
      throw new OrgsyncError("ORG0508", `${what} has not ended after ${Math.round(timeout / 60_000)} minutes${last}`, {
        hint: "AWS may still finish it; run the same command again, it picks up what is there",
      });
    }
  }
}
