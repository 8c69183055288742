/** The public API: read org.yaml, read AWS, compare, apply. */
export { connect, type Aws, type ConnectOptions } from "./aws/clients.ts";
export { loadConfig } from "./config/load.ts";
export { execute, type ExecuteOptions } from "./engine/execute.ts";
export { type Live, readLive, type ReadOptions } from "./engine/live.ts";
export { makePlan, type PlanOptions } from "./engine/plan.ts";
export { KINDS } from "./kinds/index.ts";
export type { Address } from "./model/address.ts";
export type { Clock } from "./model/clock.ts";
export type { Config } from "./model/config.ts";
export { type ErrorCode, InvalidConfig, OrgsyncError } from "./model/errors.ts";
export type { ApplyEvent, Failure, Outcome } from "./model/event.ts";
export type { Kind } from "./model/kind.ts";
export type { Action, Change, FieldChange, Notice, NotManaged, Plan, Reason } from "./model/plan.ts";
export type { Problem } from "./model/problem.ts";
export type { Resource, Snapshot, Source } from "./model/resource.ts";
