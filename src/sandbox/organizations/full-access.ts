/** The id of the service control policy that AWS attaches to everything at birth. */
export const FULL_ACCESS = "p-FullAWSAccess";

/** That policy, as DescribePolicy shows it. */
export const fullAccess = {
  PolicySummary: {
    Id: FULL_ACCESS,
    Arn: `arn:aws:organizations::aws:policy/service_control_policy/${FULL_ACCESS}`,
    Name: "FullAWSAccess",
    Description: "Allows access to every operation",
    Type: "SERVICE_CONTROL_POLICY",
    AwsManaged: true,
  },
  Content: JSON.stringify(
    { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] },
    undefined,
    2,
  ),
} as const;
