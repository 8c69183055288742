import type { Caller } from "./caller.ts";
import type { World } from "./world.ts";

/** What an operation may use besides its input. */
export interface Context {
  /**
   * The simulated AWS. A write changes it in place; a read gets the world as AWS shows it now, which is an older one
   * while late visibility is switched on.
   */
  readonly world: World;
  /** Who the request comes from. */
  readonly caller: Caller;
  /** Milliseconds since the epoch, on the sandbox's clock. */
  readonly now: number;
  /** From the credential scope of the request's signature; `us-east-1` when it is not signed. */
  readonly region: string;
  /** How long asynchronous requests take, in milliseconds. */
  readonly asyncMs: number;
  /** Whether pages are cut at odd places: `page` of paging.ts looks at it. */
  readonly raggedPages?: boolean;
  /** Whether accounts and units say where they are (`Paths`, `Path`), which not every endpoint does; false means no. */
  readonly paths?: boolean;
  /** A new identifier of `length` characters from `alphabet`; deterministic for one seed and history. */
  newId(alphabet: string, length: number): string;
  /** A new version 4 UUID, deterministic as above. */
  newUuid(): string;
}

/** What a member of an input must be; `input.ts` checks it with the service's own error and wording. */
export type Shape =
  | {
      readonly type: "string";
      readonly min?: number;
      readonly max?: number;
      readonly pattern?: RegExp;
      readonly enum?: readonly string[];
    }
  | { readonly type: "integer"; readonly min?: number; readonly max?: number }
  | { readonly type: "boolean" }
  | { readonly type: "document" }
  | { readonly type: "list"; readonly of: Shape; readonly min?: number; readonly max?: number }
  | {
      readonly type: "structure";
      readonly members: Readonly<Record<string, Shape>>;
      readonly required?: readonly string[];
    };

/** A token bucket: `rate` tokens a second, at most `burst` at once. */
export interface Quota {
  readonly rate: number;
  readonly burst: number;
}

/** An input that was checked against its shape before it came here. */
// oxlint-disable-next-line typescript/no-explicit-any -- shapes are data, and have no types
export type CheckedInput = any;

/** One operation of one service: what it accepts, how often, and what it does. */
export interface Operation {
  readonly access: "read" | "write";
  readonly input: Shape & { readonly type: "structure" };
  /** The operation's own bucket; a service may have one for all of its operations besides. */
  readonly quota?: Quota;
  /** Returns the output's members; throws `AwsError` for everything that AWS would refuse. */
  readonly run: (input: CheckedInput, context: Context) => object;
}

/** A service on the wire. */
export interface Service {
  /** As in the credential scope: `organizations`, `sso`, `identitystore`, `account`, `sts`, `iam`, `servicequotas`. */
  readonly signingName: string;
  /** The part of X-Amz-Target before the dot, for JSON 1.1 services. */
  readonly targetPrefix?: string;
  readonly operations: Readonly<Record<string, Operation>>;
  /** A bucket that all operations share. */
  readonly quota?: Quota;
  readonly throttled: { readonly name: string; readonly message: string; readonly status?: number };
  /** The error for an input that does not fit its shape. */
  readonly invalid: (operation: string, violations: readonly Violation[]) => AwsError;
}

/** One way in which an input does not fit. */
export interface Violation {
  /** `policy.name`, in the wire's spelling. */
  readonly member: string;
  readonly value: unknown;
  readonly constraint: "required" | "type" | "min" | "max" | "pattern" | "enum";
  /** The limit, pattern or list that was not kept, as text. */
  readonly expected: string;
}

/** An error as AWS would answer it. */
export class AwsError extends Error {
  override readonly name: string;
  readonly status: number;
  /** Further members of the error's body: `Reason`, `ResourceType`. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(name: string, message: string, members: Readonly<Record<string, unknown>> = {}, status = 400) {
    super(message);
    this.name = name;
    this.members = members;
    this.status = status;
  }
}
