import type { Quota } from "../operation.ts";

const rate = (perSecond: number, burst: number): Quota => ({ rate: perSecond, burst });

/** AWS's published rates of one account; operations that are not here have none that is published. */
export const rates: Readonly<Record<string, Quota>> = {
  CloseAccount: rate(0.05, 1),
  CreateAccount: rate(0.1, 3),
  CreateOrganizationalUnit: rate(1, 2),
  DeleteOrganizationalUnit: rate(2, 3),
  DescribeAccount: rate(20, 30),
  DescribeCreateAccountStatus: rate(2, 2),
  DescribeOrganization: rate(1, 2),
  DescribeOrganizationalUnit: rate(2, 2),
  DescribePolicy: rate(2, 2),
  DisableAWSServiceAccess: rate(1, 2),
  EnableAWSServiceAccess: rate(1, 2),
  LeaveOrganization: rate(1, 1),
  ListAWSServiceAccessForOrganization: rate(1, 3),
  ListAccounts: rate(8, 12),
  ListAccountsForParent: rate(5, 8),
  ListChildren: rate(6, 10),
  ListCreateAccountStatus: rate(5, 8),
  ListDelegatedAdministrators: rate(5, 8),
  ListHandshakesForOrganization: rate(5, 8),
  ListOrganizationalUnitsForParent: rate(5, 8),
  ListParents: rate(5, 8),
  ListPolicies: rate(5, 8),
  ListPoliciesForTarget: rate(5, 8),
  ListRoots: rate(1, 2),
  ListTagsForResource: rate(10, 15),
  ListTargetsForPolicy: rate(5, 8),
  MoveAccount: rate(2, 3),
  RemoveAccountFromOrganization: rate(2, 2),
  TagResource: rate(4, 6),
  UntagResource: rate(4, 6),
  UpdateOrganizationalUnit: rate(2, 3),
};
