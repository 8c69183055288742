import {
  accountsOf,
  accountsSection,
  assignmentsOf,
  assignmentsSection,
  identityCenterConsole,
  identityCenterOf,
  membersKnown,
  rootCredentialsManaged,
  usersOf,
} from "../kinds/views.ts";
import type { Address } from "../model/address.ts";
import type { Config } from "../model/config.ts";
import type { NewAccount, NewUser, NextSteps } from "../model/nextSteps.ts";
import type { Plan } from "../model/plan.ts";
import type { Snapshot } from "../model/resource.ts";
import { accessIn } from "./access.ts";

interface Ended {
  readonly plan: Plan;
  /** What there is to be once all is made: who reaches what may still wait for somebody. */
  readonly desired: Snapshot;
  readonly done: readonly Address[];
  readonly live: Snapshot;
}

/** What an apply has left to people: `live` is how it left AWS, `portal` where people sign in. */
export function nextSteps(
  config: Config,
  { plan: { changes }, desired, done, live }: Ended,
  portal: string | undefined,
): NextSteps {
  const isDone = new Set(done);
  const made = new Set(
    changes.flatMap(({ action, address }) => (action === "create" && isDone.has(address) ? [address] : [])),
  );
  const knowsAccess = assignmentsSection.of(config) !== undefined;
  const access = accessIn(desired, membersKnown(config, live));
  const reachedAccounts = new Set(assignmentsOf(desired).map(({ spec }) => spec.account));
  const entries = accountsSection.of(config) ?? {};
  const rootless = rootCredentialsManaged(config, live);
  const users = usersOf(live)
    .filter(({ address }) => made.has(address))
    .map(({ key, spec }): NewUser => ({
      name: spec.userName,
      ...(knowsAccess ? { reaches: access.reached({ type: "user", key }).length > 0 } : {}),
    }));
  const accounts = accountsOf(live).flatMap(({ address, key, spec, ids }): NewAccount[] =>
    ids === undefined || !made.has(address)
      ? []
      : [
          {
            key,
            id: ids.id,
            email: spec.email,
            named: entries[key]?.id !== undefined,
            ...(knowsAccess ? { reached: reachedAccounts.has(key) } : {}),
            ...(rootless === undefined ? {} : { rootless }),
          },
        ],
  );
  const center = identityCenterOf(live);
  return {
    users,
    accounts,
    ...(center === undefined || portal === undefined
      ? {}
      : { signIn: { portal, consoleUrl: identityCenterConsole(center.region) } }),
  };
}
