import type { Aws } from "../aws/clients.ts";
import { type Known, knownIn } from "../awsconfig/known.ts";
import { readLive } from "../engine/live.ts";
import { account } from "../kinds/account.ts";
import { identityCenter } from "../kinds/identityCenter.ts";
import { organization } from "../kinds/organization.ts";
import { organizationalUnit } from "../kinds/organizationalUnit.ts";
import type { Config } from "../model/config.ts";
import type { Connection } from "./connect.ts";
import type { CompareOptions } from "./plan.ts";

/** Reads which accounts there are, and where Identity Center is: a few calls. Throws as `compare` does. */
export async function readKnown(
  config: Config,
  connection: Connection,
  { onRead }: Pick<CompareOptions, "onRead">,
): Promise<Known> {
  const { snapshot } = await readLive({
    kinds: [organization, identityCenter, organizationalUnit, account],
    aws: connection as Aws,
    // Accounts count, also where the file does not list them.
    config: { ...config, sections: { accounts: {}, ...config.sections } },
    onRead: (kind, count) => onRead?.(kind.title, count),
  });
  return knownIn(snapshot);
}
