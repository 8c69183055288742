/** What AWS allows of one type of policy. */
interface PolicyLimits {
  /** How many characters a document has at most. */
  readonly size: number;
  /** How many policies are attached to one target at most. */
  readonly perTarget: number;
  /** How many policies an organization has at most, AWS's own not counted. */
  readonly total: number;
  /** The service that the organization must trust before the type is enabled, and while it is. */
  readonly service?: string;
}

/** What holds for most types, and here for those that AWS publishes nothing about. */
const usual: PolicyLimits = { size: 10_000, perTarget: 10, total: 1000 };

/** All types of policies, with their limits. */
export const POLICY_LIMITS: Readonly<Record<string, PolicyLimits>> = {
  SERVICE_CONTROL_POLICY: { size: 10_240, perTarget: 10, total: 10_000 },
  RESOURCE_CONTROL_POLICY: { size: 5120, perTarget: 5, total: 2000 },
  TAG_POLICY: usual,
  BACKUP_POLICY: usual,
  AISERVICES_OPT_OUT_POLICY: { ...usual, size: 2500, perTarget: 5 },
  CHATBOT_POLICY: { ...usual, perTarget: 5 },
  DECLARATIVE_POLICY_EC2: usual,
  SECURITYHUB_POLICY: { ...usual, service: "securityhub.amazonaws.com" },
  SECURITYHUB_CSPM_POLICY: usual,
  INSPECTOR_POLICY: usual,
  UPGRADE_ROLLOUT_POLICY: usual,
  BEDROCK_POLICY: usual,
  S3_POLICY: usual,
  NETWORK_SECURITY_DIRECTOR_POLICY: usual,
  GUARDDUTY_POLICY: usual,
};

export const limitsOf = (type: string): PolicyLimits => POLICY_LIMITS[type] ?? usual;
