import type { Aws } from "../aws/clients.ts";
import type { AnyKind } from "../model/kind.ts";
import { account } from "./account.ts";
import { assignment } from "./assignment.ts";
import { group } from "./group.ts";
import { identityCenter } from "./identityCenter.ts";
import { membership } from "./membership.ts";
import { organization } from "./organization.ts";
import { organizationalUnit } from "./organizationalUnit.ts";
import { permissionSet } from "./permissionSet.ts";
import { user } from "./user.ts";

/** Every kind, in reading order: a kind reads only those above it. */
export const KINDS: readonly AnyKind<Aws>[] = [
  organization,
  organizationalUnit,
  account,
  identityCenter,
  user,
  group,
  membership,
  permissionSet,
  assignment,
];
