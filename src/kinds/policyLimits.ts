import { type Address, address } from "../model/address.ts";

/** What AWS limits about policies of one type. */
export interface PolicyLimits {
  /** Characters of a policy as it is sent; undefined where AWS does not say. */
  readonly size?: number;
  /** Policies attached to one root, unit or account. */
  readonly slots: number;
}

/** Types that AWS's quotas page does not have. */
const UNKNOWN: PolicyLimits = { slots: 10 };

/** AWS Organizations user guide, "Quotas for AWS Organizations", values of 2026. */
const LIMITS: Readonly<Record<string, PolicyLimits>> = {
  SERVICE_CONTROL_POLICY: { size: 10_240, slots: 10 },
  RESOURCE_CONTROL_POLICY: { size: 5_120, slots: 5 },
  TAG_POLICY: { size: 10_000, slots: 10 },
  BACKUP_POLICY: { size: 10_000, slots: 10 },
  AISERVICES_OPT_OUT_POLICY: { size: 2_500, slots: 5 },
  CHATBOT_POLICY: { size: 10_000, slots: 5 },
  DECLARATIVE_POLICY_EC2: { size: 10_000, slots: 10 },
  SECURITYHUB_POLICY: { size: 10_000, slots: 10 },
};

export const limitsOf = (type: string): PolicyLimits =>
  (Object.hasOwn(LIMITS, type) ? LIMITS[type] : undefined) ?? UNKNOWN;

export const policyTypeAddress = (type: string): Address => address("policyType", type);
