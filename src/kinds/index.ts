import type { Aws } from "../aws/clients.ts";
import type { AnyKind } from "../model/kind.ts";
import { accessControlAttributes } from "./accessControlAttributes.ts";
import { account } from "./account.ts";
import { alternateContact } from "./alternateContact.ts";
import { assignment } from "./assignment.ts";
import { delegatedAdministrator } from "./delegatedAdministrator.ts";
import { group } from "./group.ts";
import { identityCenter } from "./identityCenter.ts";
import { invitation } from "./invitation.ts";
import { membership } from "./membership.ts";
import { organization } from "./organization.ts";
import { organizationalUnit } from "./organizationalUnit.ts";
import { permissionSet } from "./permissionSet.ts";
import { policy } from "./policy.ts";
import { policyAttachment } from "./policyAttachment.ts";
import { policyType } from "./policyType.ts";
import { resourcePolicy } from "./resourcePolicy.ts";
import { rootAccess } from "./rootAccess.ts";
import { trustedService } from "./trustedService.ts";
import { user } from "./user.ts";

/** Every kind, in reading order: a kind reads only those above it. */
export const KINDS: readonly AnyKind<Aws>[] = [
  organization,
  identityCenter,
  organizationalUnit,
  account,
  invitation,
  policyType,
  policy,
  policyAttachment,
  user,
  group,
  membership,
  permissionSet,
  assignment,
  accessControlAttributes,
  trustedService,
  delegatedAdministrator,
  alternateContact,
  resourcePolicy,
  rootAccess,
];
