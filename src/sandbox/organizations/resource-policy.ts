import type { ResourcePolicy } from "../world.ts";
import { invalid, notFound, violates } from "./errors.ts";
import { onOrganization } from "./on-organization.ts";
import type { Call } from "./on-organization.ts";
import { objectIn, statementsOf } from "./policy-document.ts";
import * as shapes from "./shapes.ts";
import { arn } from "./show.ts";
import { tagsFrom } from "./tags.ts";
import type { Tag } from "./tags.ts";

/** What may be delegated: to read, and to work on policies and on tags. */
const delegable =
  /^organizations:((Describe|List)[A-Za-z]*\*?|(Create|Update|Delete|Attach|Detach)Policy|(En|Dis)ablePolicyType|(Tag|Untag)Resource)$/i;

/** The policy by which the management account delegates work on policies to members; there is one at most. */
export const resourcePolicy = onOrganization({
  DescribeResourcePolicy: {
    access: "read",
    run: (_input, call) => ({ ResourcePolicy: shown(call, resourcePolicyOf(call)) }),
  },
  PutResourcePolicy: {
    access: "write",
    members: { Content: shapes.resourcePolicyContent, Tags: shapes.tags },
    required: ["Content"],
    run: ({ Content: content, Tags = [] }: { Content: string; Tags?: readonly Tag[] }, call) => {
      const { organization } = call;
      if (organization.featureSet !== "ALL") throw violates("ORGANIZATION_NOT_IN_ALL_FEATURES_MODE");
      requireDelegation(content);
      const there = organization.resourcePolicy;
      if (there && Tags.length > 0) throw invalid("UPDATE_EXISTING_RESOURCE_POLICY_WITH_TAGS_NOT_SUPPORTED");
      const given = tagsFrom(Tags);
      const policy = { id: there?.id ?? `rp-${call.newId("abcdefghijklmnopqrstuvwxyz0123456789", 8)}`, content };
      organization.resourcePolicy = policy;
      if (!there) organization.tags[policy.id] = given;
      return { ResourcePolicy: shown(call, policy) };
    },
  },
  DeleteResourcePolicy: {
    access: "write",
    run: (_input, call) => {
      const { organization } = call;
      delete organization.tags[resourcePolicyOf(call).id];
      delete organization.resourcePolicy;
      return {};
    },
  },
});

function resourcePolicyOf({ organization }: Call): ResourcePolicy {
  if (!organization.resourcePolicy) throw notFound("ResourcePolicy");
  return organization.resourcePolicy;
}

/** Refuses a document that is none, and one that delegates what cannot be. */
function requireDelegation(content: string): void {
  const document = objectIn(content);
  const statements = document && statementsOf(document);
  if (!statements) throw invalid("INVALID_RESOURCE_POLICY_JSON");
  for (const { Effect, Principal, Action, NotAction, NotResource } of statements) {
    if ((Effect !== "Allow" && Effect !== "Deny") || Principal === undefined) {
      throw invalid("INVALID_RESOURCE_POLICY_JSON");
    }
    if (NotResource !== undefined) throw invalid("UNSUPPORTED_RESOURCE_IN_RESOURCE_POLICY");
    const actions: readonly unknown[] = Array.isArray(Action) ? Action : [Action];
    if (NotAction !== undefined || !actions.every((action) => delegable.test(String(action)))) {
      throw invalid("UNSUPPORTED_ACTION_IN_RESOURCE_POLICY");
    }
  }
}

function shown({ organization }: Call, { id, content }: ResourcePolicy): object {
  return { ResourcePolicySummary: { Id: id, Arn: arn(organization, "resourcepolicy", id) }, Content: content };
}
