import type { CreatePolicyCommandInput, PolicyType } from "@aws-sdk/client-organizations";
import { asyncMs, start } from "./harness.ts";

export const deny = '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"*"}]}';
export const allow = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}';
/** A document that is one for resources. */
export const denyForResources =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}]}';

/** The type of that name, for the SDK. */
export const typeOf = (name: string): PolicyType => name as PolicyType;

/** A sandbox in which policies are quickly made, attached and listed. */
export function startWithPolicies(...options: Parameters<typeof start>) {
  const started = start(...options);
  const { organizations, root, later } = started;
  return {
    ...started,
    /** Makes a service control policy, unless the change says otherwise; returns its id. */
    make: async (Name: string, change: Partial<CreatePolicyCommandInput> = {}) => {
      const input = { Name, Description: "", Content: deny, Type: typeOf("SERVICE_CONTROL_POLICY"), ...change };
      return (await organizations.createPolicy(input)).Policy!.PolicySummary!.Id!;
    },
    /** Enables a type and waits until it is. */
    enable: async (type: string) => {
      await organizations.enablePolicyType({ RootId: root, PolicyType: typeOf(type) });
      await later(asyncMs);
    },
    disable: async (type: string) => {
      await organizations.disablePolicyType({ RootId: root, PolicyType: typeOf(type) });
      await later(asyncMs);
    },
    /** The types in the root, with their states. */
    types: async () => (await organizations.listRoots({})).Roots![0]!.PolicyTypes,
    /** The names of the policies of a type on a target. */
    on: async (TargetId: string, type = "SERVICE_CONTROL_POLICY") => {
      const { Policies } = await organizations.listPoliciesForTarget({ TargetId, Filter: typeOf(type) });
      return Policies!.map(({ Name }) => Name);
    },
    /** A good document for a type that is so many characters long, one of them outside the basic plane. */
    documentFor: (type: string, size: number) => {
      const documents: Record<string, string> = {
        SERVICE_CONTROL_POLICY: deny,
        RESOURCE_CONTROL_POLICY: denyForResources,
      };
      const document = (documents[type] ?? '{"key":"s3:*"}').replace("s3:*", "s3:*😀");
      return document + " ".repeat(size - [...document].length);
    },
  };
}
