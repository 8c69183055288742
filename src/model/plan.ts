import type { Address } from "./address.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Source } from "./resource.ts";

/** Raised when a reader of older plans would misread a newer one. */
export const PLAN_FORMAT_VERSION = 1 satisfies Plan["formatVersion"];

export type Action = "create" | "update" | "delete";

/** One field of an update; `undefined` means that the value is absent. */
export interface FieldChange {
  readonly field: string;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/** Why a change is in the plan. */
export type Reason =
  /** org.yaml lists it, AWS does not have it. */
  | "not-in-aws"
  /** AWS has it, its section of org.yaml does not list it. */
  | "not-in-file"
  /** Both have it, with other values. */
  | "differs"
  /** Its `until:` has passed. */
  | "expired"
  /** Another thing takes its place, since AWS can neither rename nor move it. */
  | "replaced"
  /** org.yaml says `closed: true`. */
  | "closed";

/** What takes the place of something that goes. */
export interface Replacement {
  readonly replacedBy?: Address;
}

/** Create, update or delete of one resource. Specs are in the file's words; `before` and `after` are whole. */
export interface Change extends Replacement {
  readonly address: Address;
  readonly kind: string;
  readonly key: string;
  readonly label: string;
  readonly action: Action;
  readonly reason: Reason;
  readonly before: JsonObject | null;
  readonly after: JsonObject | null;
  /** The fields that differ; for a create those that are set, for a delete none. */
  readonly fields: readonly FieldChange[];
  readonly source?: Source;
  /** False when AWS offers no way back (an account cannot be un-created). */
  readonly reversible: boolean;
  /** API calls and seconds that this change is expected to take. */
  readonly expected: { readonly calls: number; readonly seconds: number };
  /** What org.yaml says about it that AWS does not hold: until when, and what for. */
  readonly remarks?: Readonly<Record<string, string>>;
  /** Set when apply cannot make this change yet; says what a person must do first. */
  readonly waits?: string;
  /** Where the difference comes from, when it is known what org.yaml said before. */
  readonly origin?: Origin;
}

/** Whose doing a difference is, told from what org.yaml said before this change of it. */
export type Origin =
  /** This change of org.yaml. */
  | "file"
  /** Somebody's edit in AWS: org.yaml said the same before. */
  | "aws"
  /** Some fields are the one, some the other. */
  | "both"
  /** AWS had it, and org.yaml did not decide about it before. */
  | "unmanaged";

/** One row of what a plan changes about who reaches which accounts with what: people who gain or lose the same. */
export interface AccessChange {
  readonly effect: AccessEffect;
  /** At least one; a group where nobody knows who is in it. */
  readonly who: readonly Grantee[];
  readonly permissionSet: string;
  /** At least one. */
  readonly accounts: readonly ReachedAccount[];
  /** The group by which they have it, when they do not have it themselves. */
  readonly group?: string;
  /** Whether the permission set is AdministratorAccess, or allows as much. */
  readonly administrator: boolean;
  /** Why nothing comes of it, or what makes the permission set another: `already AdministratorAccess via admins`. */
  readonly remark?: string;
  /** Where org.yaml says what makes it so; for a loss only when it still says something. */
  readonly source?: Source;
}

/** Whether it gives somebody all that an account has, or anything on the management account. */
export const isEscalation = ({ effect, administrator, accounts }: AccessChange): boolean =>
  ["gains", "widens", "changes"].includes(effect) && (administrator || accounts.some(({ management }) => management));

export type AccessEffect =
  /** They do not reach the accounts with the permission set, and then do. */
  | "gains"
  | "loses"
  /** They have the permission set there before and after, and it allows more; or less; or both. */
  | "widens"
  | "narrows"
  | "changes"
  /** A way comes or goes, but they have the same, or more, by another. */
  | "keeps";

export interface Grantee {
  readonly name: string;
  readonly group: boolean;
}

export interface ReachedAccount {
  readonly name: string;
  /** The account that can do anything to the organization. */
  readonly management: boolean;
}

export interface Notice {
  readonly code: string;
  readonly severity: "warning" | "info";
  readonly message: string;
  /** What to do about it, with a link where there is one. */
  readonly hint?: string;
  readonly source?: Source;
}

/** A live resource that org.yaml does not decide. */
export interface NotManaged {
  readonly address: Address;
  readonly kind: string;
  readonly label: string;
  readonly reason: string;
}

/** The checks that refuse a plan; `acknowledge:` names them. */
export const RAILS = {
  "wrong-organization": { acknowledgeable: false },
  "aws-owned": { acknowledgeable: false },
  "last-admin": { acknowledgeable: false },
  "own-access": { acknowledgeable: false },
  unclosable: { acknowledgeable: false },
  "never-all": { acknowledgeable: true },
  "max-removals": { acknowledgeable: true },
  "max-closures": { acknowledgeable: true },
  "max-new-accounts": { acknowledgeable: true },
  "role-continuity": { acknowledgeable: true },
} as const;

export type RailName = keyof typeof RAILS;

/** What stands for the reason in the acknowledgement that is printed to be pasted: nobody has given one yet. */
export const REASON_TO_GIVE = "Say here why this is right";

/** Why a plan must not be applied as it is. */
export interface Refusal {
  readonly rail: RailName;
  /** The numbers and names, in one sentence without a full stop. */
  readonly message: string;
  /** The changes that are refused, as `acknowledge:` names them. */
  readonly changes: readonly ChangeName[];
  /** The way out. */
  readonly hint: string;
  /** Set when org.yaml acknowledges every one of these changes: the refusal is then only shown. */
  readonly acknowledged?: { readonly reason: string; readonly until: string; readonly source: Source };
}

/** `delete user:eve@acme.com`. */
export type ChangeName = `${Action} ${string}`;

export const changeName = ({ action, address }: Pick<Change, "action" | "address">): ChangeName =>
  `${action} ${address}`;

/** Whether a rail refuses the plan, and org.yaml does not acknowledge it. */
export const isRefused = ({ refusals }: Pick<Plan, "refusals">): boolean =>
  refusals.some(({ acknowledged }) => acknowledged === undefined);

/**
 * What apply would do, as plain data. Screen, file, comment and report are rendered from it alone.
 * `digest` is the SHA-256 (hex) of the canonical JSON (RFC 8785) of `formatVersion`, `organization`, `changes`,
 * `access`, `refusals`, `notices` and `notManaged`: the same file, base and AWS have the same digest. `integrity` is
 * that of everything else in the document: a plan that was edited is not believed.
 */
export interface Plan {
  readonly formatVersion: 1;
  readonly tool: { readonly name: "orgsync"; readonly version: string };
  readonly createdAt: string;
  readonly organization: { readonly id: string; readonly managementAccountId: string } | null;
  /** `digest` is the SHA-256 (hex) of what org.yaml and the files that it names say, whatever their layout. */
  readonly source: { readonly file: string; readonly digest: string; readonly commit?: string };
  /** In an order in which they can be made one after the other. */
  readonly changes: readonly Change[];
  /** What they change about who reaches what, the most important first. */
  readonly access: readonly AccessChange[];
  /** What speaks against applying it. */
  readonly refusals: readonly Refusal[];
  readonly notices: readonly Notice[];
  readonly notManaged: readonly NotManaged[];
  /** What reading took: live resources compared, API calls, seconds. */
  readonly read: { readonly resources: number; readonly calls: number; readonly seconds: number };
  readonly digest: string;
  readonly integrity: string;
}
