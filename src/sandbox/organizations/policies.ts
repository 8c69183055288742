import { AwsError } from "../operation.ts";
import type { Organization, Policy } from "../world.ts";
import { invalid, notFound, violates } from "./errors.ts";
import { isAwsManaged } from "./full-access.ts";
import { onOrganization } from "./on-organization.ts";
import type { Call } from "./on-organization.ts";
import { page } from "./page.ts";
import { requireDocument } from "./policy-document.ts";
import { limitsOf } from "./policy-limits.ts";
import { allPolicies, policyOf, targetsOf } from "./policy-state.ts";
import { requireNoChange, unavailable } from "./policy-types.ts";
import * as shapes from "./shapes.ts";
import { shownPolicy } from "./show.ts";
import { tagsFrom } from "./tags.ts";
import type { Tag } from "./tags.ts";

interface NewPolicy {
  readonly Name: string;
  readonly Description: string;
  readonly Content: string;
  readonly Type: string;
  readonly Tags?: readonly Tag[];
}

interface PolicyUpdate extends Partial<Pick<NewPolicy, "Name" | "Description" | "Content">> {
  readonly PolicyId: string;
}

/** Policies of all types: AWS's own that allow everything, and those of the organization. */
export const policies = onOrganization({
  ListPolicies: {
    access: "read",
    members: { Filter: shapes.policyType, ...shapes.paging },
    required: ["Filter"],
    run: (input: { Filter: string }, call) => {
      const all = allPolicies(call.organization).filter(({ type }) => type === input.Filter);
      return page(call, "Policies", all, input, (policy) => shownPolicy(call.organization, policy));
    },
  },
  DescribePolicy: {
    access: "read",
    members: { PolicyId: shapes.policyId },
    required: ["PolicyId"],
    run: (input, call) => ({ Policy: described(call.organization, requirePolicy(call, input.PolicyId)) }),
  },
  CreatePolicy: {
    access: "write",
    members: { ...shapes.newPolicy, Type: shapes.policyType, Tags: shapes.tags },
    required: ["Content", "Description", "Name", "Type"],
    run: ({ Name: name, Description: description, Content: content, Type: type, Tags }: NewPolicy, call) => {
      const { organization } = call;
      if (organization.featureSet !== "ALL") throw unavailable();
      const given = tagsFrom(Tags);
      requireContent(type, content);
      requireFreeName(organization, name);
      const own = (organization.policies ??= {});
      const count = Object.values(own).filter((policy) => policy.type === type).length;
      if (count >= limitsOf(type).total) throw violates("POLICY_NUMBER_LIMIT_EXCEEDED");
      const id = `p-${call.newId("abcdefghijklmnopqrstuvwxyz0123456789", 8)}`;
      const policy: Policy = { id, name, description, type, content };
      own[id] = policy;
      organization.tags[id] = given;
      return { Policy: described(organization, policy) };
    },
  },
  UpdatePolicy: {
    access: "write",
    members: { PolicyId: shapes.policyId, ...shapes.newPolicy },
    required: ["PolicyId"],
    run: ({ PolicyId, Name: name, Description: description, Content: content }: PolicyUpdate, call) => {
      const { organization } = call;
      const policy = requireOwn(call, PolicyId);
      requireNoChange(organization, policy.type);
      if (content !== undefined) requireContent(policy.type, content);
      if (name !== undefined && name !== policy.name) requireFreeName(organization, name);
      policy.name = name ?? policy.name;
      policy.description = description ?? policy.description;
      policy.content = content ?? policy.content;
      return { Policy: described(organization, policy) };
    },
  },
  DeletePolicy: {
    access: "write",
    members: { PolicyId: shapes.policyId },
    required: ["PolicyId"],
    run: ({ PolicyId }, call) => {
      const { organization } = call;
      const policy = requireOwn(call, PolicyId);
      if (targetsOf(organization, policy).length > 0) {
        throw new AwsError("PolicyInUseException", "The policy is attached; detach it from all targets first.");
      }
      delete organization.policies?.[policy.id];
      delete organization.tags[policy.id];
      return {};
    },
  },
});

/** The policy of that id, AWS's or the organization's own. */
export function requirePolicy({ organization }: Call, id: string): Policy {
  const policy = policyOf(organization, id);
  if (!policy) throw notFound("Policy");
  return policy;
}

/** The policy of that id, which must not be AWS's. */
function requireOwn(call: Call, id: string): Policy {
  const policy = requirePolicy(call, id);
  if (isAwsManaged(id)) throw invalid("IMMUTABLE_POLICY");
  return policy;
}

/** White space counts as much as everything else, and a character outside the basic plane as one. */
function requireContent(type: string, content: string): void {
  if ([...content].length > limitsOf(type).size) throw violates("POLICY_CONTENT_LIMIT_EXCEEDED");
  requireDocument(type, content);
}

function requireFreeName(organization: Organization, name: string): void {
  if (allPolicies(organization).some((policy) => policy.name === name)) {
    throw new AwsError("DuplicatePolicyException", "A policy with the same name already exists.");
  }
}

function described(organization: Organization, policy: Policy): object {
  return { PolicySummary: shownPolicy(organization, policy), Content: policy.content };
}
