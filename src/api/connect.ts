import { type Aws, connect as connectAws } from "../aws/clients.ts";
import type { ConnectOptions } from "../aws/options.ts";
import { idNow } from "../kinds/organization.ts";
import type { Clock } from "../model/clock.ts";

export type { ConnectOptions } from "../aws/options.ts";

/** AWS as orgsync reaches it: made by `connect`, passed on. */
export interface Connection {
  readonly clock: Clock;
  /** API calls sent so far, retries included. */
  calls(): number;
}

/** Sends nothing yet; the SDK is loaded with the first call. */
export function connect(options: ConnectOptions): Connection {
  return connectAws(options);
}

/** The id of the organization that the caller is in, if any: one call. Throws an `OrgsyncError` when AWS does not tell. */
export const readOrganizationId = (connection: Connection): Promise<string | undefined> => idNow(connection as Aws);
