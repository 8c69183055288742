/**
 * orgsync for programs: what the command does, without its words. Clock, chance, files, region and credentials have
 * defaults, so that `await plan()` is enough.
 *
 * @example
 * import { apply, plan, validate } from "orgsync";
 *
 * const problems = await validate({ file: "org.yaml" });
 * const approved = await plan({ file: "org.yaml" });
 * const { outcome } = await apply({ file: "org.yaml", approved });
 *
 * @packageDocumentation
 */

export {
  apply,
  type ApplyOptions,
  type AwsOptions,
  type Credentials,
  type FileOptions,
  plan,
  type PlanOptions,
  validate,
} from "./api/library.ts";
export type { ConfigFiles } from "./config/load.ts";
export type { Address } from "./model/address.ts";
export type { Applied } from "./model/applied.ts";
export type { Clock } from "./model/clock.ts";
export type { Drift } from "./model/drift.ts";
export { type ErrorCode, InvalidConfig, OrgsyncError } from "./model/errors.ts";
export type { ApplyEvent, Failure, Outcome } from "./model/event.ts";
export type { Json, JsonObject } from "./model/json.ts";
export type { NewAccount, NewUser, NextSteps } from "./model/nextSteps.ts";
export type {
  AccessChange,
  AccessEffect,
  Action,
  Change,
  ChangeName,
  FieldChange,
  Grantee,
  NotManaged,
  Notice,
  Origin,
  Plan,
  RailName,
  ReachedAccount,
  Reason,
  Refusal,
  Replacement,
} from "./model/plan.ts";
export type { Problem } from "./model/problem.ts";
export type { Source } from "./model/resource.ts";
