import { AwsError } from "../operation.ts";
import type { Organization } from "../world.ts";
import { invalid, notFound, violates } from "./errors.ts";
import { RCP_FULL_ACCESS } from "./full-access.ts";
import { onOrganization } from "./on-organization.ts";
import type { Call } from "./on-organization.ts";
import { page } from "./page.ts";
import { requirePolicy } from "./policies.ts";
import { limitsOf } from "./policy-limits.ts";
import { attachedTo, statusOf, targetsOf } from "./policy-state.ts";
import { notEnabled, requireNoChange } from "./policy-types.ts";
import * as shapes from "./shapes.ts";
import { arn, shownPolicy } from "./show.ts";

interface Attachment {
  readonly PolicyId: string;
  readonly TargetId: string;
}

const attachment = {
  access: "write",
  members: { PolicyId: shapes.policyId, TargetId: shapes.targetId },
  required: ["PolicyId", "TargetId"],
} as const;

/** Which policies are attached to the root, to units and to accounts. */
export const attachments = onOrganization({
  AttachPolicy: {
    ...attachment,
    run: ({ PolicyId, TargetId }: Attachment, call) => {
      const { organization } = call;
      const { id, type } = requirePolicy(call, PolicyId);
      requireTarget(call, TargetId);
      requireNoChange(organization, type);
      if (statusOf(organization, type) === undefined) throw notEnabled();
      const there = attachedTo(organization, TargetId, type);
      if (there.some((policy) => policy.id === id)) {
        const text = "The policy is attached to the target already.";
        throw new AwsError("DuplicatePolicyAttachmentException", text);
      }
      if (there.length >= limitsOf(type).perTarget) throw violates("MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED");
      (organization.attachments[TargetId] ??= []).push(id);
      return {};
    },
  },
  DetachPolicy: {
    ...attachment,
    run: ({ PolicyId, TargetId }: Attachment, call) => {
      const { organization } = call;
      const { id, type } = requirePolicy(call, PolicyId);
      requireTarget(call, TargetId);
      requireNoChange(organization, type);
      const there = attachedTo(organization, TargetId, type);
      if (!there.some((policy) => policy.id === id)) {
        throw new AwsError("PolicyNotAttachedException", "The policy isn't attached to the target.");
      }
      if (id === RCP_FULL_ACCESS) throw invalid("NON_DETACHABLE_POLICY");
      if (type === "SERVICE_CONTROL_POLICY" && there.length === 1) {
        throw violates("MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED");
      }
      organization.attachments[TargetId] = organization.attachments[TargetId]!.filter((one) => one !== id);
      return {};
    },
  },
  ListPoliciesForTarget: {
    access: "read",
    members: { TargetId: shapes.targetId, Filter: shapes.policyType, ...shapes.paging },
    required: ["TargetId", "Filter"],
    run: (input: { TargetId: string; Filter: string }, call) => {
      const { organization } = call;
      requireTarget(call, input.TargetId);
      const there = attachedTo(organization, input.TargetId, input.Filter);
      return page(call, "Policies", there, input, (policy) => shownPolicy(organization, policy));
    },
  },
  ListTargetsForPolicy: {
    access: "read",
    members: { PolicyId: shapes.policyId, ...shapes.paging },
    required: ["PolicyId"],
    run: (input: { PolicyId: string }, call) => {
      const { organization } = call;
      const ids = targetsOf(organization, requirePolicy(call, input.PolicyId));
      return page(call, "Targets", ids, input, (id) => targetOf(organization, id));
    },
  },
});

function requireTarget({ organization }: Call, id: string): void {
  if (!targetOf(organization, id)) throw notFound("Target");
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
