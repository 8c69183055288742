import type { Source } from "./resource.ts";

/** Somebody, what they may do in an account, and every way by which they come to it. */
export interface Reach {
  /** Names for people. */
  readonly who: string;
  readonly isGroup: boolean;
  readonly permissionSet: string;
  readonly account: string;
  readonly management: boolean;
  readonly administrator: boolean;
  /** As org.yaml writes it: `12h`; how long a sign-in to the role lasts. */
  readonly sessionDuration?: string;
  /** At least one. */
  readonly ways: readonly ReachWay[];
}

export interface ReachWay {
  readonly group?: string;
  /** The organizational unit by which org.yaml names the account, when it does not name it itself. */
  readonly ou?: string;
  readonly source?: Source;
  readonly memberSource?: Source;
  /** Whether it is so already, only after the next apply, or only until then. */
  readonly when: "now" | "next" | "until-next";
}
