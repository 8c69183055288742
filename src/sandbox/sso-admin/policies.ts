import type { Operation } from "../operation.ts";
import type { PermissionSet } from "../world.ts";
import { conflict, invalid, notFound, quotaExceeded } from "./errors.ts";
import { changeableSetOf, onInstance, permissionSetOf } from "./on-instance.ts";
import type { Call } from "./on-instance.ts";
import { page } from "../identitystore/page.ts";
import * as shapes from "./shapes.ts";

/** Managed policies of both kinds together. */
const maxPolicies = 25;
/** Bytes of an inline policy that are not white space. */
const maxInlineBytes = 10_240;

const onSet = { PermissionSetArn: shapes.permissionSetArn };

interface CustomerManagedPolicy {
  readonly Name: string;
  readonly Path?: string;
}

export const policies: Record<string, Operation> = onInstance({
  PutInlinePolicyToPermissionSet: {
    access: "write",
    members: { ...onSet, InlinePolicy: shapes.inlinePolicy },
    required: ["PermissionSetArn", "InlinePolicy"],
    run: (input: { PermissionSetArn: string; InlinePolicy: string }, call) =>
      edit(call, input.PermissionSetArn, (set) => {
        requirePolicy(input.InlinePolicy, set);
        set.inlinePolicy = input.InlinePolicy;
      }),
  },
  GetInlinePolicyForPermissionSet: {
    access: "read",
    members: onSet,
    required: ["PermissionSetArn"],
    run: (input, call) => ({ InlinePolicy: permissionSetOf(call, input.PermissionSetArn).inlinePolicy }),
  },
  DeleteInlinePolicyFromPermissionSet: {
    access: "write",
    members: onSet,
    required: ["PermissionSetArn"],
    run: (input, call) =>
      edit(call, input.PermissionSetArn, (set) => {
        set.inlinePolicy = "";
      }),
  },
  AttachManagedPolicyToPermissionSet: {
    access: "write",
    members: { ...onSet, ManagedPolicyArn: shapes.managedPolicyArn },
    required: ["PermissionSetArn", "ManagedPolicyArn"],
    run: ({ PermissionSetArn, ManagedPolicyArn: arn }: Record<"PermissionSetArn" | "ManagedPolicyArn", string>, call) =>
      edit(call, PermissionSetArn, (set) => {
        if (set.managedPolicies.some((policy) => policy.arn === arn)) {
          const id = idOf(set);
          throw conflict(
            `Permission set with id ${id} already has a typed link attachment to a manged policy with ${arn}`,
          );
        }
        requireRoom(set);
        set.managedPolicies.push({ arn, name: arn.split("/").at(-1)! });
      }),
  },
  DetachManagedPolicyFromPermissionSet: {
    access: "write",
    members: { ...onSet, ManagedPolicyArn: shapes.managedPolicyArn },
    required: ["PermissionSetArn", "ManagedPolicyArn"],
    run: ({ PermissionSetArn, ManagedPolicyArn: arn }: Record<"PermissionSetArn" | "ManagedPolicyArn", string>, call) =>
      edit(call, PermissionSetArn, (set) => {
        const at = set.managedPolicies.findIndex((policy) => policy.arn === arn);
        if (at < 0) throw notFound(`Could not find ManagedPolicy with arn ${arn}`);
        set.managedPolicies.splice(at, 1);
      }),
  },
  ListManagedPoliciesInPermissionSet: {
    access: "read",
    members: { ...onSet, ...shapes.paging },
    required: ["PermissionSetArn"],
    run: (input, call) => {
      const { managedPolicies } = permissionSetOf(call, input.PermissionSetArn);
      return page(call, "AttachedManagedPolicies", managedPolicies, input, ({ name, arn }) => ({
        Name: name,
        Arn: arn,
      }));
    },
  },
  AttachCustomerManagedPolicyReferenceToPermissionSet: {
    access: "write",
    members: { ...onSet, CustomerManagedPolicyReference: shapes.customerManagedPolicy },
    required: ["PermissionSetArn", "CustomerManagedPolicyReference"],
    run: (input, call) =>
      edit(call, input.PermissionSetArn, (set) => {
        const { name, path } = reference(input.CustomerManagedPolicyReference);
        if (indexIn(set, name, path) >= 0) {
          throw conflict(`Given customer managed policy with name: ${name}  and path ${path} already attached`);
        }
        requireRoom(set);
        set.customerManagedPolicies.push({ name, path });
      }),
  },
  DetachCustomerManagedPolicyReferenceFromPermissionSet: {
    access: "write",
    members: { ...onSet, CustomerManagedPolicyReference: shapes.customerManagedPolicy },
    required: ["PermissionSetArn", "CustomerManagedPolicyReference"],
    run: (input, call) =>
      edit(call, input.PermissionSetArn, (set) => {
        const { name, path } = reference(input.CustomerManagedPolicyReference);
        const at = indexIn(set, name, path);
        if (at < 0) {
          throw notFound(`Given managed policy with name: ${name}  and path ${path} does not exist on PermissionSet`);
        }
        set.customerManagedPolicies.splice(at, 1);
      }),
  },
  ListCustomerManagedPolicyReferencesInPermissionSet: {
    access: "read",
    members: { ...onSet, ...shapes.paging },
    required: ["PermissionSetArn"],
    run: (input, call) => {
      const { customerManagedPolicies } = permissionSetOf(call, input.PermissionSetArn);
      return page(call, "CustomerManagedPolicyReferences", customerManagedPolicies, input, ({ name, path }) => ({
        Name: name,
        Path: path,
      }));
    },
  },
  PutPermissionsBoundaryToPermissionSet: {
    access: "write",
    members: { ...onSet, PermissionsBoundary: shapes.permissionsBoundary },
    required: ["PermissionSetArn", "PermissionsBoundary"],
    run: (input, call) => {
      const { ManagedPolicyArn: arn, CustomerManagedPolicyReference: policy } = input.PermissionsBoundary;
      if ((arn === undefined) === (policy === undefined)) {
        throw invalid("Only ManagedPolicyArn or CustomerManagedPolicyReference should be given.");
      }
      return edit(call, input.PermissionSetArn, (set) => {
        set.permissionsBoundary =
          arn === undefined ? { customerManagedPolicyReference: reference(policy) } : { managedPolicyArn: arn };
      });
    },
  },
  GetPermissionsBoundaryForPermissionSet: {
    access: "read",
    members: onSet,
    required: ["PermissionSetArn"],
    run: (input, call) => {
      const set = permissionSetOf(call, input.PermissionSetArn);
      const boundary = set.permissionsBoundary;
      if (!boundary) throw notFound(`Could not find PermissionsBoundary for PermissionSet with id ${idOf(set)}`);
      if ("managedPolicyArn" in boundary)
        return { PermissionsBoundary: { ManagedPolicyArn: boundary.managedPolicyArn } };
      const { name, path } = boundary.customerManagedPolicyReference;
      return { PermissionsBoundary: { CustomerManagedPolicyReference: { Name: name, Path: path } } };
    },
  },
  DeletePermissionsBoundaryFromPermissionSet: {
    access: "write",
    members: onSet,
    required: ["PermissionSetArn"],
    run: (input, call) =>
      edit(call, input.PermissionSetArn, (set) => {
        set.permissionsBoundary = null;
      }),
  },
});

/** Changes what a set grants, which has to get to its accounts then. */
function edit(call: Call, arn: string, change: (set: PermissionSet) => void): object {
  const set = changeableSetOf(call, arn);
  change(set);
  set.revision += 1;
  return {};
}

function requirePolicy(text: string, set: PermissionSet): void {
  let policy: unknown;
  try {
    policy = JSON.parse(text);
  } catch {
    policy = undefined;
  }
  if (typeof policy !== "object" || policy === null || Array.isArray(policy)) {
    throw invalid("The inline policy is not a valid JSON policy document.");
  }
  if (new TextEncoder().encode(text.replace(/\s/g, "")).length > maxInlineBytes) {
    throw quotaExceeded("InlinePolicy bytes", maxInlineBytes, idOf(set));
  }
}

function requireRoom(set: PermissionSet): void {
  if (set.managedPolicies.length + set.customerManagedPolicies.length >= maxPolicies) {
    throw quotaExceeded("ManagedPolicy", maxPolicies, idOf(set));
  }
}

const idOf = ({ arn }: PermissionSet): string => arn.split("/").at(-1)!;

const reference = ({ Name, Path = "/" }: CustomerManagedPolicy) => ({ name: Name, path: Path });

const indexIn = (set: PermissionSet, name: string, path: string): number =>
  set.customerManagedPolicies.findIndex((policy) => policy.name === name && policy.path === path);
