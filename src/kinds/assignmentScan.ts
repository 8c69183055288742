import type { Aws } from "../aws/clients.ts";
import { forEachOf, incredible, listAll, present } from "../aws/paging.ts";
import type { IdentityCenterIds } from "./identityCenter.ts";

/** One assignment as AWS lists it. */
export interface Row {
  readonly accountId: string;
  readonly arn: string;
  readonly principalType: "USER" | "GROUP";
  readonly principalId: string;
}

export interface Pair {
  readonly accountId: string;
  readonly arn: string;
}

export async function provisionedPairs(
  aws: Aws,
  { region, instanceArn }: IdentityCenterIds,
  arn: string,
): Promise<Pair[]> {
  const accounts = await listAll(
    aws.ssoAdmin(region).listAccountsForProvisionedPermissionSet,
    { InstanceArn: instanceArn, PermissionSetArn: arn, MaxResults: 100 },
    "AccountIds",
  );
  return accounts.map((id) => ({ accountId: id, arn }));
}

export async function scanPair(
  aws: Aws,
  { region, instanceArn }: IdentityCenterIds,
  { accountId: id, arn }: Pair,
): Promise<Row[]> {
  const operation = "ssoAdmin:ListAccountAssignments";
  const rows = await listAll(
    aws.ssoAdmin(region).listAccountAssignments,
    { InstanceArn: instanceArn, AccountId: id, PermissionSetArn: arn, MaxResults: 100 },
    "AccountAssignments",
  );
  return rows.map(({ PrincipalId, PrincipalType }) => ({
    accountId: id,
    arn,
    principalType: typeOf(PrincipalType, operation),
    principalId: present(PrincipalId, operation, "PrincipalId"),
  }));
}

/**
 * Asks for each user and group instead of each pair. A user's list may hold what comes through groups, so only rows
 * of the principal itself count; pairs in which nothing was found are asked for after all, since users and groups
 * that were deleted can only be seen there.
 */
export async function scanPrincipals(
  aws: Aws,
  instance: IdentityCenterIds,
  names: { readonly users: ReadonlyMap<string, string>; readonly groups: ReadonlyMap<string, string> },
  pairs: readonly Pair[],
  going: ReadonlySet<string>,
): Promise<Row[]> {
  const operation = "ssoAdmin:ListAccountAssignmentsForPrincipal";
  const principals = [
    ...[...names.groups.keys()].map((id) => ({ id, type: "GROUP" as const })),
    ...[...names.users.keys()].map((id) => ({ id, type: "USER" as const })),
  ];
  const lists = await forEachOf(principals, async ({ id, type }) => {
    const rows = await listAll(
      aws.ssoAdmin(instance.region).listAccountAssignmentsForPrincipal,
      { InstanceArn: instance.instanceArn, PrincipalId: id, PrincipalType: type, MaxResults: 100 },
      "AccountAssignments",
      // What comes through two groups may be listed twice.
      { mayRepeat: true },
    );
    const own = rows.filter(
      (row) => typeOf(row.PrincipalType ?? type, operation) === type && (row.PrincipalId ?? id) === id,
    );
    const found = own.map((row) => ({
      accountId: present(row.AccountId, operation, "AccountId"),
      arn: present(row.PermissionSetArn, operation, "PermissionSetArn"),
      principalType: type,
      principalId: id,
    }));
    return [...new Map(found.map((row) => [`${row.arn} ${row.accountId}`, row])).values()];
  });
  const rows = lists.flat().filter(({ arn }) => !going.has(arn));
  const seen = new Set(rows.map((row) => `${row.arn} ${row.accountId}`));
  const silent = pairs.filter((pair) => !seen.has(`${pair.arn} ${pair.accountId}`));
  return [...rows, ...(await forEachOf(silent, (pair) => scanPair(aws, instance, pair))).flat()];
}

function typeOf(value: string | undefined, operation: string): "USER" | "GROUP" {
  if (value === "USER" || value === "GROUP") return value;
  throw incredible(operation, `the principal type ${value}`);
}
