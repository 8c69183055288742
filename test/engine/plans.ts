import { makeDesired } from "../../src/engine/desired.ts";
import { makePlan, type Planned } from "../../src/engine/plan.ts";
import type { Aws } from "../../src/aws/clients.ts";
import { KINDS as ALL } from "../../src/kinds/index.ts";
import { assignmentsOf, type LiveAccess, userAddress } from "../../src/kinds/views.ts";
import { groupAddress } from "../../src/kinds/group.ts";
import { permissionSetAddress } from "../../src/kinds/permissionSet.ts";
import type { Policies } from "../../src/kinds/permissionSetPolicies.ts";
import type { Address } from "../../src/model/address.ts";
import type { Json, JsonObject } from "../../src/model/json.ts";
import type { Resource, Snapshot } from "../../src/model/resource.ts";
import { configOf } from "../support/engine.ts";
import { type OrgFile, textOf } from "../worlds/file.ts";

/*
 * Plans without any AWS: what one file asks for is taken for what there is, and another file is planned against it.
 */

export const NOW = Date.parse("2026-06-01T12:00:00Z");
export const MANAGEMENT_ID = "111111111111";

type File = OrgFile & { readonly [section: string]: unknown };

export interface Options {
  readonly base?: File;
  /** Changes what there is, resource by resource; undefined takes one away. */
  readonly live?: (resource: Resource) => Resource | undefined;
  readonly access?: (access: LiveAccess) => LiveAccess | undefined;
  readonly callerArn?: string;
  readonly callerAccountId?: string;
  /** Addresses of users who cannot sign in. */
  readonly disabled?: readonly string[];
  readonly now?: number;
  readonly onlyExpired?: true;
}

/** Nothing that the base has is there after all. */
const KINDS = ALL.map(({ lookAgain: _, ...kind }) => kind);
const WITHOUT_AWS = {} as Aws;

/** Plans from `before` to `wanted`. */
export async function planned(before: File, wanted: File, options: Options = {}): Promise<Planned> {
  const live = await liveOf(before, options);
  const [config, base] = await Promise.all([wanted, options.base].map(async (file) => file && (await configFor(file))));
  if (config === undefined) throw new Error("a file is wanted");
  const access = accessOf(live, options);
  return makePlan({
    kinds: KINDS,
    aws: WITHOUT_AWS,
    config,
    base,
    live: { snapshot: live, notices: [] },
    readAccess: async () => (options.access === undefined ? access : options.access(access)),
    organization: { id: "o-a1b2c3d4e5", managementAccountId: MANAGEMENT_ID },
    version: "0.0.0",
    now: options.now ?? NOW,
    onlyExpired: options.onlyExpired,
    read: { calls: 0, seconds: 0 },
  });
}

const configFor = (file: File) =>
  configOf(textOf({ organization: {}, identityCenter: { region: "us-east-1" }, ...file } as OrgFile));

/** What a file asks for, as if AWS had it. */
export async function liveOf(file: File, { live: edit, callerArn, callerAccountId }: Options = {}): Promise<Snapshot> {
  const { snapshot } = makeDesired({ kinds: KINDS, config: await configFor(file), live: new Map(), now: NOW });
  const live = new Map<Address, Resource>();
  let number = 222_222_222_222;
  for (const { source: _source, remarks: _remarks, ...resource } of snapshot.values()) {
    const id =
      resource.kind !== "account"
        ? resource.address
        : resource.spec["management"] === true
          ? MANAGEMENT_ID
          : `${number++}`;
    const ids: Record<string, Json> = {
      id,
      arn: id,
      state: "ACTIVE",
      external: false,
      awsManaged: false,
      accountId: id,
    };
    if (typeof resource.spec["type"] === "string") ids["type"] = resource.spec["type"];
    if (resource.kind === "organization")
      Object.assign(ids, {
        id: "o-a1b2c3d4e5",
        managementAccountId: MANAGEMENT_ID,
        rootId: "r-root",
        callerAccountId: callerAccountId ?? MANAGEMENT_ID,
        callerArn: callerArn ?? `arn:aws:sts::${MANAGEMENT_ID}:assumed-role/ci/run`,
        policyTypes: { SERVICE_CONTROL_POLICY: "ENABLED" },
      } satisfies JsonObject);
    const spec = Object.fromEntries(Object.entries(resource.spec).filter(([, value]) => value !== undefined));
    const there = edit === undefined ? { ...resource, spec, ids } : edit({ ...resource, spec, ids });
    if (there !== undefined) live.set(there.address, there);
  }
  return live;
}

function accessOf(live: Snapshot, { callerArn, disabled = [] }: Options): LiveAccess {
  const all = [...live.values()];
  const access = (account: string) => ({
    account,
    grants: assignmentsOf(live)
      .filter(({ spec }) => spec.account === account)
      .map(({ spec: { principalType, principal, permissionSet } }) => ({
        principal: principalType === "user" ? userAddress(principal) : groupAddress(principal),
        permissionSet: permissionSetAddress(permissionSet),
      })),
    members: new Map(
      all
        .filter(({ kind }) => kind === "group")
        .map((group) => [
          group.address,
          all
            .filter(({ kind, spec }) => kind === "membership" && spec["group"] === group.key)
            .map(({ spec }) => userAddress(spec["user"] as string)),
        ]),
    ),
    policies: new Map(
      all
        .filter(({ kind }) => kind === "permissionSet")
        .map(({ address, spec }) => [address, spec as unknown as Policies]),
    ),
    disabled: new Set(disabled as Address[]),
  });
  const [, set, user] = /AWSReservedSSO_(.+)_[0-9a-f]+\/(.+)$/.exec(callerArn ?? "") ?? [];
  return {
    management: access("acme"),
    own:
      set === undefined || user === undefined
        ? undefined
        : { access: access("acme"), user: userAddress(user), permissionSet: permissionSetAddress(set) },
  };
}
