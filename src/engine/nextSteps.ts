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

/** What an apply has left to people: `live` is how it left AWS, `portal` where people sign in. */
export function nextSteps(
  config: Config,
  { changes }: Plan,
  done: readonly Address[],
  live: Snapshot,
  portal: string | undefined,
): NextSteps {
  const isDone = new Set(done);
  const made = new Set(
    changes.flatMap(({ action, address }) => (action === "create" && isDone.has(address) ? [address] : [])),
  );
  const knowsAccess = assignmentsSection.of(config) !== undefined;
  const access = accessIn(live, membersKnown(config, live));
  const reachedAccounts = new Set(assignmentsOf(live).map(({ spec }) => spec.account));
  const entries = accountsSection.of(config) ?? {};
  const rootless = rootCredentialsManaged(config, live);
  const users = usersOf(live)
    .filter(({ address }) => made.has(address))
    .map(({ address, key, spec }): NewUser => ({
      address,
      name: spec.userName,
      ...(knowsAccess ? { reaches: access.reached({ type: "user", key }).length > 0 } : {}),
    }));
  const accounts = accountsOf(live).flatMap(({ address, key, spec, ids }): NewAccount[] =>
    ids === undefined || !made.has(address)
      ? []
      : [
          {
            address,
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
      : { signIn: { portal, console: identityCenterConsole(center.region) } }),
  };
}
