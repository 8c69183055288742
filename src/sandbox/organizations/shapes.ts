import type { Shape } from "../operation.ts";
import { POLICY_LIMITS } from "./policy-limits.ts";

const root = "r-[0-9a-z]{4,32}";
const unit = "ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}";
const account = "\\d{12}";
const policy = "p-[0-9a-zA-Z_]{8,128}";

/** Text that is one of these. */
const one = (...patterns: readonly string[]): RegExp => new RegExp(`^(${patterns.join("|")})$`);

export const accountId: Shape = { type: "string", max: 12, pattern: one(account) };
export const rootId: Shape = { type: "string", max: 34, pattern: one(root) };
export const parentId: Shape = { type: "string", max: 100, pattern: one(root, unit) };
export const childId: Shape = { type: "string", max: 100, pattern: one(account, unit) };
export const unitId: Shape = { type: "string", max: 68, pattern: one(unit) };
export const targetId: Shape = { type: "string", max: 100, pattern: one(root, account, unit) };
export const policyId: Shape = { type: "string", max: 130, pattern: one(policy) };
export const createRequestId: Shape = { type: "string", max: 36, pattern: /^car-[a-z0-9]{8,32}$/ };

export const taggableId: Shape = {
  type: "string",
  max: 130,
  pattern: one(root, account, unit, policy, "rp-[0-9a-zA-Z_]{4,128}", "rt-[0-9a-z]{8,32}"),
};

export const childType: Shape = { type: "string", enum: ["ACCOUNT", "ORGANIZATIONAL_UNIT"] };

export const featureSet: Shape = { type: "string", enum: ["ALL", "CONSOLIDATED_BILLING"] };

export const unitName: Shape = { type: "string", min: 1, max: 128, pattern: /^[\s\S]*$/ };

/** What CreateAccount takes besides tags. Finer rules for addresses are only found not to be kept when it ends. */
export const newAccount = {
  Email: { type: "string", min: 6, max: 64, pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/ },
  AccountName: { type: "string", min: 1, max: 50, pattern: /^[\u0020-\u007E]+$/ },
  RoleName: { type: "string", max: 64, pattern: /^[\w+=,.@-]{1,64}$/ },
  IamUserAccessToBilling: { type: "string", enum: ["ALLOW", "DENY"] },
} as const satisfies Record<string, Shape>;

export const createStates: Shape = {
  type: "list",
  of: { type: "string", enum: ["IN_PROGRESS", "SUCCEEDED", "FAILED"] },
};

const tagKey: Shape = { type: "string", min: 1, max: 128, pattern: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u };

export const tags: Shape = {
  type: "list",
  of: {
    type: "structure",
    members: { Key: tagKey, Value: { type: "string", max: 256, pattern: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u } },
    required: ["Key", "Value"],
  },
};

export const tagKeys: Shape = { type: "list", of: tagKey };

export const servicePrincipal: Shape = { type: "string", min: 1, max: 128, pattern: /^[\w+=,.@-]*$/ };

export const policyType: Shape = { type: "string", enum: Object.keys(POLICY_LIMITS) };

/** What a policy has besides its type; how long its content may be depends on that. */
export const newPolicy = {
  Name: { type: "string", min: 1, max: 128, pattern: /^[\s\S]*$/ },
  Description: { type: "string", max: 512, pattern: /^[\s\S]*$/ },
  Content: { type: "string", min: 1, max: 1_000_000, pattern: /^[\s\S]*$/ },
} as const satisfies Record<string, Shape>;

export const resourcePolicyContent: Shape = { type: "string", min: 1, max: 40_000, pattern: /^[\s\S]*$/ };

export const handshakeId: Shape = { type: "string", max: 34, pattern: /^h-[0-9a-z]{8,32}$/ };

/** What an invitation takes besides tags. */
export const invitation = {
  Target: {
    type: "structure",
    members: {
      Id: { type: "string", min: 1, max: 64, pattern: /^[\s\S]*$/ },
      Type: { type: "string", enum: ["ACCOUNT", "ORGANIZATION", "EMAIL"] },
    },
    required: ["Id", "Type"],
  },
  Notes: { type: "string", max: 1024, pattern: /^[\s\S]*$/ },
} as const satisfies Record<string, Shape>;

export const handshakeFilter: Shape = {
  type: "structure",
  members: {
    ActionType: {
      type: "string",
      enum: [
        "INVITE",
        "ENABLE_ALL_FEATURES",
        "APPROVE_ALL_FEATURES",
        "ADD_ORGANIZATIONS_SERVICE_LINKED_ROLE",
        "TRANSFER_RESPONSIBILITY",
      ],
    },
    ParentHandshakeId: handshakeId,
  },
};

/** The paging of tags, whose page size is not for the caller to choose. */
export const tagPaging = { NextToken: { type: "string", max: 100_000, pattern: /^[\s\S]*$/ } } as const;

export const paging = { ...tagPaging, MaxResults: { type: "integer", min: 1, max: 20 } } as const satisfies Record<
  string,
  Shape
>;
