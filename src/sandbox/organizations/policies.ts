import type { Organization } from "../world.ts";
import { notFound } from "./errors.ts";
import { FULL_ACCESS, fullAccess } from "./full-access.ts";
import { onOrganization } from "./on-organization.ts";
import { page } from "./page.ts";
import * as shapes from "./shapes.ts";
import { arn } from "./show.ts";

/** Policies, as far as there are any: AWS's own that allows everything. */
export const policies = onOrganization({
  ListPolicies: {
    access: "read",
    members: { Filter: shapes.policyType, ...shapes.paging },
    required: ["Filter"],
    run: (input, call) => page(call, "Policies", policiesOf(call.organization, input.Filter), input),
  },
  DescribePolicy: {
    access: "read",
    members: { PolicyId: shapes.policyId },
    required: ["PolicyId"],
    run: (input) => {
      requirePolicy(input.PolicyId);
      return { Policy: fullAccess };
    },
  },
  ListPoliciesForTarget: {
    access: "read",
    members: { TargetId: shapes.targetId, Filter: shapes.policyType, ...shapes.paging },
    required: ["TargetId", "Filter"],
    run: (input, call) => {
      const { organization } = call;
      if (!targetOf(organization, input.TargetId)) throw notFound("Target");
      const attached = organization.attachments[input.TargetId] ?? [];
      const there = policiesOf(organization, input.Filter).filter(({ Id }) => attached.includes(Id));
      return page(call, "Policies", there, input);
    },
  },
  ListTargetsForPolicy: {
    access: "read",
    members: { PolicyId: shapes.policyId, ...shapes.paging },
    required: ["PolicyId"],
    run: (input, call) => {
      const { organization } = call;
      requirePolicy(input.PolicyId);
      const ids = Object.keys(organization.attachments).filter((id) =>
        organization.attachments[id]!.includes(FULL_ACCESS),
      );
      return page(call, "Targets", organization.featureSet === "ALL" ? ids : [], input, (id) =>
        targetOf(organization, id),
      );
    },
  },
});

function requirePolicy(id: string): void {
  if (id !== FULL_ACCESS) throw notFound("Policy");
}

/** Without all features there are no policies. */
function policiesOf({ featureSet }: Organization, type: string): (typeof fullAccess.PolicySummary)[] {
  const { PolicySummary: summary } = fullAccess;
  return featureSet === "ALL" && type === summary.Type ? [summary] : [];
}

/** What a policy can be attached to. */
function targetOf(organization: Organization, id: string): object | undefined {
  const { accounts, units, root } = organization;
  const target = (type: string, name: string, Type: string): object => {
    return { TargetId: id, Arn: arn(organization, type, id), Name: name, Type };
  };
  if (id === root.id) return target("root", "Root", "ROOT");
  if (Object.hasOwn(units, id)) return target("ou", units[id]!.name, "ORGANIZATIONAL_UNIT");
  return Object.hasOwn(accounts, id) ? target("account", accounts[id]!.name, "ACCOUNT") : undefined;
}
