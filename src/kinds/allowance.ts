import { isObject, type Json, type JsonObject, sameJson } from "../model/json.ts";
import { durationSeconds } from "./duration.ts";
import type { Policies } from "./permissionSetPolicies.ts";
import { fitsPattern } from "./policyPattern.ts";

export const ADMINISTRATOR = "AdministratorAccess";

/** Whether the policies of a permission set allow all that AWS has, as far as what they limit is left aside. */
export function allowsEverything({ managedPolicies, inlinePolicy }: Policies): boolean {
  return (
    managedPolicies.includes(ADMINISTRATOR) ||
    statementsOf(inlinePolicy).some(
      (one) =>
        one["Effect"] === "Allow" && isAll(one["Action"]) && isAll(one["Resource"]) && one["Condition"] === undefined,
    )
  );
}

/** Whether a permission set is AdministratorAccess or as much; of one that is not read, its name tells. */
export const isAdministrator = ({ spec }: { readonly spec: Policies & { readonly name: string } }): boolean =>
  spec.name === ADMINISTRATOR || allowsEverything(spec);

/** A star, alone or among others. */
const isAll = (value: Json | undefined): boolean => [value].flat().some((one) => one === "*" || one === "*:*");

export function statementsOf(policy: JsonObject | null): JsonObject[] {
  return [policy?.["Statement"] ?? []].flat().filter(isObject);
}

export type AllowanceEffect = "widens" | "narrows" | "changes";

/** What a permission set allows, and for how long at a time. */
type Allowance = Policies & { readonly sessionDuration: string };

/**
 * Whether a permission set allows more than before, less, or some more and some less; undefined where it allows the
 * same. What is in a policy of the accounts' own nobody knows from outside: one that comes or goes may be either.
 */
export function allowanceChange(before: Allowance, after: Allowance): AllowanceEffect | undefined {
  const more = allowsMore(before, after);
  const less = allowsMore(after, before);
  if (more && less) return "changes";
  return more ? "widens" : less ? "narrows" : undefined;
}

/** Whether the second allows something that the first does not, or may do so. */
function allowsMore(before: Allowance, after: Allowance): boolean {
  const [had, has] = [new Set(before.managedPolicies), new Set(after.managedPolicies)];
  return (
    [...has].some((name) => !had.has(name) && !DENIES.test(name)) ||
    [...had].some((name) => !has.has(name) && DENIES.test(name)) ||
    !sameJson(before.customerManagedPolicies, after.customerManagedPolicies) ||
    (before.permissionsBoundary !== null && !sameJson(before.permissionsBoundary, after.permissionsBoundary)) ||
    isUncovered(allows(after.inlinePolicy), allows(before.inlinePolicy)) ||
    isUncovered(denies(before.inlinePolicy), denies(after.inlinePolicy)) ||
    (durationSeconds(after.sessionDuration) ?? 0) > (durationSeconds(before.sessionDuration) ?? 0)
  );
}

/** AWS's own policies that take away: AWSDenyAll, AWSCompromisedKeyQuarantineV3. */
export const DENIES = /Deny|Quarantine/;

const allows = (policy: JsonObject | null): JsonObject[] =>
  statementsOf(policy).filter((one) => one["Effect"] === "Allow");
const denies = (policy: JsonObject | null): JsonObject[] =>
  statementsOf(policy).filter((one) => one["Effect"] !== "Allow");

/** Whether one of the statements says something that none of the others says as well. */
const isUncovered = (statements: readonly JsonObject[], others: readonly JsonObject[]): boolean =>
  statements.some((one) => !others.some((other) => covers(other, one)));

/** Whether a statement says all that another of the same effect says; without a condition it says it always. */
function covers(wide: JsonObject, narrow: JsonObject): boolean {
  const { Sid: _, Action: does, Resource: on, Condition: when, ...rest } = wide;
  const { Sid: _other, Action: action, Resource: resource, Condition: only, ...others } = narrow;
  const always = when === undefined || sameJson(when, only);
  return always && sameJson(rest, others) && coversAll(does, action, true) && coversAll(on, resource, false);
}

/** Whether each of the values fits one of the patterns; actions are the same in any letter case. */
function coversAll(patterns: Json | undefined, values: Json | undefined, anyCase: boolean): boolean {
  if (patterns === undefined || values === undefined) return patterns === values;
  const text = (value: Json): string => {
    const json = typeof value === "string" ? value : JSON.stringify(value);
    return anyCase ? json.toLowerCase() : json;
  };
  return [values].flat().every((value) => [patterns].flat().some((pattern) => fitsPattern(text(pattern), text(value))));
}
