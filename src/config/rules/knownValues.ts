import { identityCenterSection } from "../../kinds/identityCenter.ts";
import { AWS_POLICIES, POLICY_TYPE_NAMES, REGIONS, SERVICES } from "../../kinds/knownValues.ts";
import { permissionSetsSection } from "../../kinds/permissionSet.ts";
import { awsPolicyName } from "../../kinds/permissionSetPolicies.ts";
import { policiesSection } from "../../kinds/policy.ts";
import { delegatedAdministratorsSection } from "../../kinds/delegatedAdministrator.ts";
import { trustedServicesSection } from "../../kinds/trustedService.ts";
import type { Path } from "../../model/config.ts";
import type { RuleContext } from "../../model/section.ts";
import { typoOf } from "../nearest.ts";
import { quote } from "../problems.ts";

/** What AWS takes is known only in part: what is refused here differs from something known by a slip alone. */
export function valuesOfAwsHaveNoSlips(context: RuleContext): void {
  const { config } = context;
  for (const [key, { type }] of Object.entries(policiesSection.of(config) ?? {})) {
    const meant = type === undefined ? undefined : typoOf(type, POLICY_TYPE_NAMES, /_?POLICY_?/);
    if (meant !== undefined) refuse(context, type ?? "", "policy type", meant, ["policies", key, "type"]);
  }
  for (const [key, entry] of Object.entries(permissionSetsSection.of(config) ?? {})) {
    const at = ["permissionSets", key];
    for (const [index, policy] of (entry.managedPolicies ?? []).entries())
      checkAwsPolicy(context, policy, [...at, "managedPolicies", index]);
    const boundary = entry.permissionsBoundary?.managedPolicy;
    if (boundary !== undefined) checkAwsPolicy(context, boundary, [...at, "permissionsBoundary", "managedPolicy"]);
  }
  const services = [
    ...(trustedServicesSection.of(config) ?? []).map((name, index) => ({ name, at: ["trustedServices", index] })),
    ...Object.keys(delegatedAdministratorsSection.of(config) ?? {}).map((name) => ({
      name,
      at: ["delegatedAdministrators", name],
    })),
  ];
  for (const { name, at } of services) {
    const meant = typoOf(name, SERVICES, /[.]amazonaws[.]com$/);
    if (meant !== undefined) refuse(context, name, "service principal", meant, at);
  }
}

/** A Region of another partition, or one that is written with a slip. */
export function regionIsOneOfAws(context: RuleContext): void {
  const region = identityCenterSection.of(context.config)?.region;
  if (region === undefined) return;
  const at = ["identityCenter", "region"];
  if (/^(?:cn|us-gov|us-iso[a-z]?|eu-isoe|eusc)-/.test(region)) {
    context.report({
      code: "ORG0204",
      message: `the Region ${quote(region)} belongs to another partition of AWS`,
      at,
      hint: "orgsync supports the partition aws only, with Regions such as us-east-1",
    });
    return;
  }
  // A Region with a compass point in its name may be new.
  if (/^[a-z]{2}-(?:(?:north|south)(?:east|west)?|east|west|central)-[0-9]+$/.test(region)) return;
  const meant = typoOf(region, REGIONS, /[0-9]/);
  if (meant !== undefined) refuse(context, region, "Region", meant, at);
}

function checkAwsPolicy(context: RuleContext, policy: string, at: Path): void {
  const name = awsPolicyName(policy);
  if (AWS_POLICIES.includes(name)) return;
  const last = name.slice(name.lastIndexOf("/") + 1);
  const path = AWS_POLICIES.find((known) => known.slice(known.lastIndexOf("/") + 1) === last);
  // Only these two ways to write it are known to be wrong: AWS may have the name below another path too.
  const misplaced = path !== undefined && (name === last || name.startsWith("job-function/")) ? path : undefined;
  const meant = misplaced ?? typoOf(name, AWS_POLICIES, /^job-function[/]/);
  if (meant !== undefined) refuse(context, policy, "managed policy", meant, at);
}

function refuse({ report }: RuleContext, text: string, what: string, meant: string, at: Path): void {
  report({
    code: "ORG0204",
    message: `AWS has no ${what} ${quote(text)}`,
    at,
    onKey: at.length === 2 && at[0] === "delegatedAdministrators",
    didYouMean: meant,
  });
}
