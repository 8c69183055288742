import { type AccountAccess, accessAfter, hangsOn, type LiveAccess, type RailSettings } from "../kinds/views.ts";
import { OrgsyncError } from "../model/errors.ts";
import type { Change } from "../model/plan.ts";
import { adminShortage, losesWayIn, standingAdmins } from "./rails.ts";

/** Looks once more, right before a change that takes access away, whether enough of it is left. */
export interface Guard {
  /** Whether access that must not be lost hangs on a change; such changes are made one at a time. */
  concerns(change: Change): boolean;
  /**
   * Throws when the change must not be made as AWS is now. `done` is what this apply has made, which AWS may still show
   * as it was.
   */
  check(change: Change, done: readonly Change[]): Promise<void>;
}

export interface GuardOptions {
  readonly settings: RailSettings;
  readonly changes: readonly Change[];
  /** As it was when the plan was made; undefined when no change takes access away. */
  readonly access: LiveAccess | undefined;
  /** Reads it now. */
  readonly read: () => Promise<LiveAccess | undefined>;
}

/**
 * Others may have changed AWS since the plan was made, and AWS knows no condition for a write: the rails about access
 * hold for what is there now.
 */
export function makeGuard({ settings, changes, access, read }: GuardOptions): Guard {
  return {
    concerns: (change) =>
      access !== undefined &&
      (hangsOn(access.management, change) || (access.own !== undefined && hangsOn(access.own.access, change))),
    async check(change, done) {
      const shown = await read();
      if (access === undefined || shown === undefined) return;
      const now = (state: AccountAccess): AccountAccess => done.reduce(accessAfter, state);
      const start = access.management;
      const holders = standingAdmins(changes, start);
      const before = now(shown.management);
      const missing = adminShortage(settings, holders(before))(holders(accessAfter(before, change)));
      if (missing !== undefined) throw refused(`${missing} on the management account ${start.account}`);
      if (access.own === undefined || shown.own === undefined) return;
      const lost = losesWayIn(access.own);
      const { access: way, user, permissionSet } = access.own;
      const mine = now(shown.own.access);
      if (!lost(mine) && lost(accessAfter(mine, change)))
        throw refused(`you (${user}) would lose ${permissionSet} on account ${way.account}`);
    },
  };
}

const refused = (message: string): OrgsyncError =>
  new OrgsyncError("ORG0610", `${message}; somebody has changed AWS since the plan was made`, {
    hint: "nothing of this change was made; run plan again",
  });
