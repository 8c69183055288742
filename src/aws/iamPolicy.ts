import { iamActions } from "./iamActions.ts";
import type { OperationSpec } from "./operations.ts";

/** An IAM policy, in the form that IAM takes. */
export interface IamPolicy {
  readonly Version: "2012-10-17";
  readonly Statement: readonly Statement[];
}

interface Statement {
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  readonly Action: readonly string[];
  readonly Resource?: string;
  readonly NotResource?: string;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** The roles that IAM Identity Center keeps in an account, one for each permission set. */
const ROLES_OF_PERMISSION_SETS = "arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*";

type Further = Omit<Statement, "Effect"> & { readonly access: OperationSpec["access"] };

/**
 * What AWS asks for beyond the operations' own actions. In the management account alone Identity Center works with the
 * permissions of its caller; without them a request is accepted and fails later.
 *
 * The Service Authorization Reference (list_iam-identity-center, list_identitystore) names further actions for some
 * operations: sso:PutPermissionsPolicy, sso:AssociateProfile, sso-directory:CreateUser and the like. They belong to the
 * console of old, AWS's own examples of policies for the API go without, and so does this.
 */
const FURTHER: readonly Further[] = [
  {
    // Where Identity Center's data is encrypted with a key of the customer's. AWS managed policies AWSSSOReadOnly and
    // AWSSSODirectoryAdministrator: to decrypt is all that they allow.
    access: "read",
    Sid: "IdentityCenterKey",
    Action: ["kms:Decrypt"],
    Resource: "*",
    Condition: { StringLike: { "kms:ViaService": ["sso.*.amazonaws.com", "identitystore.*.amazonaws.com"] } },
  },
  {
    // CreateOrganization. AWS Organizations User Guide, "Creating an organization", minimum permissions.
    access: "write",
    Sid: "OrganizationsRole",
    Action: ["iam:CreateServiceLinkedRole"],
    Resource: "arn:aws:iam::*:role/aws-service-role/organizations.amazonaws.com/*",
    Condition: { StringEquals: { "iam:AWSServiceName": "organizations.amazonaws.com" } },
  },
  {
    // Assignments in the management account. IAM Identity Center User Guide, "Identity-based policy examples", example
    // 2; UpdateAssumeRolePolicy and the two of the boundary from AWSSSOServiceRolePolicy, which says what Identity
    // Center does in an account, and that it does not do it by itself in the management account.
    access: "write",
    Sid: "PermissionSetRoles",
    Action: [
      "iam:AttachRolePolicy",
      "iam:CreateRole",
      "iam:DeleteRole",
      "iam:DeleteRolePermissionsBoundary",
      "iam:DeleteRolePolicy",
      "iam:DetachRolePolicy",
      "iam:GetRole",
      "iam:ListAttachedRolePolicies",
      "iam:ListRolePolicies",
      "iam:PutRolePermissionsBoundary",
      "iam:PutRolePolicy",
      "iam:UpdateAssumeRolePolicy",
      "iam:UpdateRole",
      "iam:UpdateRoleDescription",
    ],
    Resource: ROLES_OF_PERMISSION_SETS,
  },
  {
    // The same example.
    access: "write",
    Sid: "PermissionSetLists",
    Action: ["iam:ListPolicies", "iam:ListRoles"],
    Resource: "*",
  },
  {
    // The same example, for reading; AWSSSOServiceRolePolicy, for the provider's making with the first assignment in an
    // account, and its update (seen without it: awslabs/landing-zone-accelerator-on-aws issue 496,
    // fivexl/terraform-aws-sso-elevator issue 15).
    access: "write",
    Sid: "IdentityCenterProvider",
    Action: ["iam:CreateSAMLProvider", "iam:GetSAMLProvider", "iam:UpdateSAMLProvider"],
    Resource: "arn:aws:iam::*:saml-provider/AWSSSO_*",
  },
];

/** What stays out of reach whatever else the role is given: orgsync needs none of it, and most of it has no way back. */
const DENIED: readonly Statement[] = [
  {
    Sid: "Never",
    Effect: "Deny",
    Action: [
      "organizations:DeleteOrganization",
      "organizations:LeaveOrganization",
      "organizations:RemoveAccountFromOrganization",
      "sso:DeleteInstance",
      "iam:*User*",
      "iam:*AccessKey*",
      "iam:*LoginProfile*",
    ],
    Resource: "*",
  },
  {
    Sid: "NeverOtherRoles",
    Effect: "Deny",
    Action: [
      "iam:AttachRolePolicy",
      "iam:CreateRole",
      "iam:DeleteRole",
      "iam:DeleteRolePermissionsBoundary",
      "iam:DeleteRolePolicy",
      "iam:DetachRolePolicy",
      "iam:PassRole",
      "iam:PutRolePermissionsBoundary",
      "iam:PutRolePolicy",
      "iam:TagRole",
      "iam:UntagRole",
      "iam:UpdateAssumeRolePolicy",
      "iam:UpdateRole",
      "iam:UpdateRoleDescription",
    ],
    NotResource: ROLES_OF_PERMISSION_SETS,
  },
];

/** What a role needs that runs `orgsync plan`, and every other command that only reads, or `orgsync apply`. */
export function iamPolicy(command: "plan" | "apply"): IamPolicy {
  const granted = (command === "plan" ? ["read"] : ["read", "write"]) satisfies OperationSpec["access"][];
  return {
    Version: "2012-10-17",
    Statement: [
      ...granted.map((access): Statement => ({
        Sid: access === "read" ? "Read" : "Write",
        Effect: "Allow",
        Action: iamActions(access),
        Resource: "*",
      })),
      ...FURTHER.flatMap(({ access, Sid, ...rest }): Statement[] =>
        granted.some((one) => one === access) ? [{ Sid, Effect: "Allow", ...rest }] : [],
      ),
      ...DENIED,
    ],
  };
}
