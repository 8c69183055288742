import type { PolicyType } from "@aws-sdk/client-organizations";
import type { Aws } from "../aws/clients.ts";
import { AwsError } from "../aws/errors.ts";
import { incredible, listAll } from "../aws/paging.ts";
import { waitFor } from "../aws/wait.ts";
import type { Config } from "../model/config.ts";
import { OrgsyncError } from "../model/errors.ts";
import type { Kind } from "../model/kind.ts";
import type { Source } from "../model/resource.ts";
import { ORGANIZATION, organizationOf, rootOf } from "./organization.ts";
import { POLICY_TYPES } from "./gates.ts";
import { policiesSection, typeOf } from "./policy.ts";
import { policyTypeAddress } from "./policyLimits.ts";

/** Policy types that the root has enabled: each is enabled when the file first has a policy of it. */
export const policyType: Kind<object, object, Aws> = {
  name: "policyType",
  title: "policy type",
  plural: "Policy types",
  section: policiesSection,
  ownsSection: false,
  needs: () => ["organization"],
  neverRemoved: "enabled; disabling a policy type detaches every policy of it, which only the console does",
  expected: { create: { calls: 3, seconds: 10 } },

  desired({ config }) {
    return [...typesIn(config)].map(([type, source]) => ({ ...resourceOf(type), source }));
  },

  // Some services must be trusted before their policies can be enabled; which ones, AWS says when it refuses.
  refs: () => [ORGANIZATION],

  async read({ config, resources }) {
    const { policyTypes = {} } = organizationOf(await resources("organization")) ?? {};
    const wanted = typesIn(config);
    return Object.entries(policyTypes).flatMap(([type, status]) => {
      if (status === "ENABLED") return [{ ...resourceOf(type), ids: {} }];
      // Neither to be enabled nor as it should be: to wait for it would be to wait for nothing.
      if (wanted.has(type) && !PENDING.includes(status))
        throw incredible("organizations:ListRoots", `the unknown state ${status} of the policy type ${type}`);
      return [];
    });
  },

  grants: () => [POLICY_TYPES],

  async create({ key: type }, { aws, live, progress }) {
    try {
      await aws.organizations.enablePolicyType({ RootId: rootOf(live), PolicyType: type as PolicyType });
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      if (error.reason === "SERVICE_ACCESS_NOT_ENABLED")
        throw new OrgsyncError("ORG0501", error.message, {
          hint: "list the service in trustedServices:, or switch it on in its own console, and run the same command again",
          cause: error,
        });
      if (error.awsName !== "PolicyTypeAlreadyEnabledException") throw error;
    }
    progress(`enabling ${type}`);
    await waitFor({
      ...ENABLING,
      clock: aws.clock,
      what: `policy type ${type}`,
      look: async () => {
        const [root] = await listAll(aws.organizations.listRoots, {}, "Roots");
        return root?.PolicyTypes?.find((one) => one.Type === type)?.Status;
      },
      done: (status) => status === "ENABLED",
      status: { of: (status) => status, pending: PENDING },
    });
    return {};
  },
};

/** The types of the file's policies, and where it has the first of each. */
function typesIn(config: Config): Map<string, Source> {
  const types = new Map<string, Source>();
  for (const [key, entry] of Object.entries(policiesSection.of(config) ?? {})) {
    const type = typeOf(key, entry);
    if (type !== undefined && !types.has(type)) types.set(type, config.at(["policies", key, "type"]));
  }
  return types;
}

/** AWS Organizations API reference, "PolicyTypeSummary"; one that is not enabled is not listed. */
const PENDING: readonly string[] = ["PENDING_ENABLE", "PENDING_DISABLE"];

/** The key is the type, and all there is to say. */
const resourceOf = (type: string) => ({ address: policyTypeAddress(type), kind: "policyType", key: type, spec: {} });

/** In milliseconds; ListRoots answers once a second. */
const ENABLING = { first: 2_000, longest: 10_000, timeout: 10 * 60_000 };
