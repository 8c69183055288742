import { AwsError } from "../operation.ts";
import type { Organization } from "../world.ts";
import { notFound, violates } from "./errors.ts";
import { onOrganization } from "./on-organization.ts";
import { limitsOf } from "./policy-limits.ts";
import { statusOf } from "./policy-state.ts";
import * as shapes from "./shapes.ts";
import { shownRoot } from "./show.ts";

interface TypeChange {
  readonly RootId: string;
  readonly PolicyType: string;
}

const typeChange = {
  access: "write",
  members: { RootId: shapes.rootId, PolicyType: shapes.policyType },
  required: ["RootId", "PolicyType"],
} as const;

/** Which types of policies there can be in the root; enabling and disabling one takes its time. */
export const policyTypes = onOrganization({
  EnablePolicyType: {
    ...typeChange,
    run: ({ RootId, PolicyType: type }: TypeChange, { organization, now, asyncMs }) => {
      const { root } = organization;
      if (RootId !== root.id) throw notFound("Root");
      if (organization.featureSet !== "ALL") throw unavailable();
      requireNoChange(organization, type);
      if (statusOf(organization, type) !== undefined) {
        throw new AwsError("PolicyTypeAlreadyEnabledException", "The policy type is enabled in the root already.");
      }
      const { service } = limitsOf(type);
      if (service !== undefined && !Object.hasOwn(organization.serviceAccess, service)) {
        throw violates("SERVICE_ACCESS_NOT_ENABLED");
      }
      root.policyTypes.push({ Type: type, Status: "PENDING_ENABLE", endsAt: now + asyncMs });
      return { Root: shownRoot(organization) };
    },
  },
  DisablePolicyType: {
    ...typeChange,
    run: ({ RootId, PolicyType: type }: TypeChange, { organization, now, asyncMs }) => {
      const { root } = organization;
      if (RootId !== root.id) throw notFound("Root");
      requireNoChange(organization, type);
      if (statusOf(organization, type) === undefined) throw notEnabled();
      root.policyTypes = root.policyTypes.map((one) =>
        one.Type === type ? { Type: type, Status: "PENDING_DISABLE", endsAt: now + asyncMs } : one,
      );
      return { Root: shownRoot(organization) };
    },
  },
});

/** Refuses to touch policies of a type that is being enabled or disabled. */
export function requireNoChange(organization: Organization, type: string): void {
  if (statusOf(organization, type)?.startsWith("PENDING_")) {
    const text = "Changes to the policies are in progress. Try again later.";
    throw new AwsError("PolicyChangesInProgressException", text);
  }
}

/** PolicyTypeNotEnabledException. */
export const notEnabled = (): AwsError =>
  new AwsError("PolicyTypeNotEnabledException", "The policy type isn't enabled in the root.");

/** PolicyTypeNotAvailableForOrganizationException. */
export const unavailable = (): AwsError =>
  new AwsError(
    "PolicyTypeNotAvailableForOrganizationException",
    "The policy type can't be used with the features that are enabled in the organization.",
  );
