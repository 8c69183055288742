import type { Check } from "../check.ts";
import { accountQuota } from "./accounts.ts";
import { npmScript, sst } from "./app.ts";
import { credentials, managementAccount } from "./caller.ts";
import { denials } from "./denials.ts";
import { editorSchema, orgFile } from "./file.ts";
import { githubRole, githubWorkflow } from "./github.ts";
import { identityCenter, permissionSets, portal } from "./identityCenter.ts";
import { login, profile, sessions } from "./login.ts";
import { awsCli, node } from "./machine.ts";
import { organization, organizationId } from "./organization.ts";
import { users } from "./people.ts";
import { permissions } from "./permissions.ts";
import { awsSettings } from "./settings.ts";

/** Every check, in reading order: from the machine to AWS, and those that take longest last. */
export const CHECKS: readonly Check[] = [
  node,
  awsCli,
  orgFile,
  editorSchema,
  awsSettings,
  login,
  sessions,
  profile,
  sst,
  npmScript,
  githubWorkflow,
  githubRole,
  credentials,
  managementAccount,
  organization,
  organizationId,
  identityCenter,
  permissionSets,
  portal,
  users,
  accountQuota,
  denials,
  permissions,
];
