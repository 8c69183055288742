import type { Operation } from "../operation.ts";
import { noPolicy, noTarget } from "./errors.ts";
import { page } from "./page.ts";
import * as shapes from "./shapes.ts";
import { FULL_ACCESS, organizationOf } from "./tree.ts";

const TYPES = [
  "SERVICE_CONTROL_POLICY",
  "RESOURCE_CONTROL_POLICY",
  "TAG_POLICY",
  "BACKUP_POLICY",
  "AISERVICES_OPT_OUT_POLICY",
  "CHATBOT_POLICY",
  "DECLARATIVE_POLICY_EC2",
  "SECURITYHUB_POLICY",
  "INSPECTOR_POLICY",
  "UPGRADE_ROLLOUT_POLICY",
  "BEDROCK_POLICY",
  "S3_POLICY",
  "NETWORK_SECURITY_DIRECTOR_POLICY",
  "SECURITYHUB_CSPM_POLICY",
  "GUARDDUTY_POLICY",
];
const filter = { type: "string", enum: TYPES } as const;

const SUMMARY = {
  Id: FULL_ACCESS,
  Arn: `arn:aws:organizations::aws:policy/service_control_policy/${FULL_ACCESS}`,
  Name: "FullAWSAccess",
  Description: "Allows access to every operation",
  Type: "SERVICE_CONTROL_POLICY",
  AwsManaged: true,
};
const CONTENT = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] });

/** AWS's own policy that allows everything: the only one in this world. */
export const policies: Record<string, Operation> = {
  ListPolicies: {
    access: "read",
    quota: { rate: 5, burst: 8 },
    input: shapes.input({ Filter: filter }, shapes.paging),
    run: (input: { Filter: string }, context) => {
      organizationOf(context.world);
      return page(context, "Policies", input.Filter === SUMMARY.Type ? [SUMMARY] : [], input);
    },
  },
  DescribePolicy: {
    access: "read",
    quota: { rate: 2, burst: 2 },
    input: shapes.input({ PolicyId: shapes.policyId }),
    run: ({ PolicyId: id }: { PolicyId: string }, { world }) => {
      organizationOf(world);
      if (id !== FULL_ACCESS) throw noPolicy();
      return { Policy: { PolicySummary: SUMMARY, Content: CONTENT } };
    },
  },
  ListPoliciesForTarget: {
    access: "read",
    quota: { rate: 5, burst: 8 },
    input: shapes.input({ TargetId: shapes.targetId, Filter: filter }, shapes.paging),
    run: (input: { TargetId: string; Filter: string }, context) => {
      const attached = organizationOf(context.world).attachments[input.TargetId];
      if (!attached) throw noTarget();
      return page(context, "Policies", input.Filter === SUMMARY.Type && attached.includes(FULL_ACCESS) ? [SUMMARY] : [], input);
    },
  },
  ListTargetsForPolicy: {
    access: "read",
    quota: { rate: 5, burst: 8 },
    input: shapes.input({ PolicyId: shapes.policyId }, shapes.paging),
    run: (input: { PolicyId: string }, context) => {
      const { root, units, accounts, attachments } = organizationOf(context.world);
      if (input.PolicyId !== FULL_ACCESS) throw noPolicy();
      const targets = [
        { TargetId: root.id, Name: "Root", Type: "ROOT" },
        ...Object.values(units).map(({ id, name }) => ({ TargetId: id, Name: name, Type: "ORGANIZATIONAL_UNIT" })),
        ...Object.values(accounts).map(({ id, name }) => ({ TargetId: id, Name: name, Type: "ACCOUNT" })),
      ];
      return page(context, "Targets", targets.filter(({ TargetId }) => attachments[TargetId]?.includes(FULL_ACCESS)), input);
    },
  },
};
