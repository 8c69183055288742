import { describe, expect, test } from "vitest";
import { meantBy, typoOf } from "../../src/config/nearest.ts";
import { AWS_POLICIES, POLICY_TYPE_NAMES, REGIONS, SERVICES } from "../../src/kinds/knownValues.ts";

describe("what was meant", () => {
  test.each([
    ["SCP", "SERVICE_CONTROL_POLICY"],
    ["rcp", "RESOURCE_CONTROL_POLICY"],
    ["service-control-policy", "SERVICE_CONTROL_POLICY"],
    ["ServiceControlPolicy", "SERVICE_CONTROL_POLICY"],
    ["RESOURCE_CONTROL_POLICIES", "RESOURCE_CONTROL_POLICY"],
    ["tag", "TAG_POLICY"],
    ["SECURITYHUB", "SECURITYHUB_POLICY"],
    ["ai_opt_out", "AISERVICES_OPT_OUT_POLICY"],
    ["", undefined],
    ["anything", undefined],
    ["x".repeat(1_000), undefined],
  ])("by %s", (word, meant) => expect(meantBy(word, POLICY_TYPE_NAMES)).toBe(meant));
});

describe("a slip", () => {
  const services = /[.]amazonaws[.]com$/;

  test.each([
    ["SERVICE_CONTORL_POLICY", POLICY_TYPE_NAMES, /_?POLICY_?/, "SERVICE_CONTROL_POLICY"],
    ["us-esat-1", REGIONS, /[0-9]/, "us-east-1"],
    ["GuardDuty.amazonaws.com", SERVICES, services, "guardduty.amazonaws.com"],
    ["sso.amazonaws.con", SERVICES, services, undefined],
  ] as const)("%s", (text, known, common, meant) => expect(typoOf(text, known, common)).toBe(meant));

  test.each([
    ["INSPECTOR2_POLICY", POLICY_TYPE_NAMES, /_?POLICY_?/],
    ["SQS_POLICY", POLICY_TYPE_NAMES, /_?POLICY_?/],
    ["ecs.amazonaws.com", SERVICES, services],
    ["macie2.amazonaws.com", SERVICES, services],
    ["us-east-9", REGIONS, /[0-9]/],
    ["IAMUserChangePassword", AWS_POLICIES, /^$/],
  ] as const)("is not %s, which AWS may have", (text, known, common) =>
    expect(typoOf(text, known, common)).toBeUndefined(),
  );

  test.each([
    ["policy types", POLICY_TYPE_NAMES, /_?POLICY_?/],
    ["services", SERVICES, services],
    ["policies of AWS", AWS_POLICIES, /^job-function[/]/],
  ] as const)("of one of the known %s is none of the others", (_, known, common) => {
    for (const value of known) {
      const others = known.filter((other) => other !== value);
      expect({ value, meant: typoOf(value, others, common) }).toEqual({ value, meant: undefined });
    }
  });
});
