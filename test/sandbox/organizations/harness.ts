import { newWorld } from "../../../src/sandbox/index.ts";
import type { Account, World } from "../../../src/sandbox/index.ts";
import { start as startSandbox } from "../harness.ts";

export const day = 24 * 60 * 60 * 1000;
/** How long the sandbox takes for asynchronous requests. */
export const asyncMs = 2000;

type Options = NonNullable<Parameters<typeof startSandbox>[0]>;

/** A sandbox of one's own whose organization a test may prepare; rates do not hold unless it is about them. */
export function start(prepare: (world: World) => void = () => {}, options: Options = {}) {
  const world = newWorld(options.from ?? "guide");
  prepare(world);
  const sandbox = startSandbox({ throttle: false, ...options, world });
  const { organizations, clock } = sandbox;
  const later = (ms: number) => clock.sleep(ms);
  const root = world.organization?.root.id ?? "";
  return {
    ...sandbox,
    later,
    root,
    management: world.standalone.id,
    /** Makes an account and waits until the request has ended, well or not. */
    create: async (AccountName: string, Email = `${AccountName}@acme.com`) => {
      const { CreateAccountStatus: started } = await organizations.createAccount({ AccountName, Email });
      await later(asyncMs);
      const ended = await organizations.describeCreateAccountStatus({ CreateAccountRequestId: started!.Id });
      return ended.CreateAccountStatus!;
    },
    unit: async (Name: string, ParentId = root) => {
      const { OrganizationalUnit } = await organizations.createOrganizationalUnit({ ParentId, Name });
      return OrganizationalUnit!.Id!;
    },
    state: async (AccountId: string) => (await organizations.describeAccount({ AccountId })).Account!.State,
  };
}

/** Puts accounts into a world, which a test could not wait for; returns their ids. */
export function addAccounts(world: World, count: number, change: Partial<Account> = {}): string[] {
  const { accounts, attachments, root, quotas } = world.organization!;
  quotas.accounts = 50_000;
  const first = Object.keys(accounts).length;
  return Array.from({ length: count }, (_, index) => {
    const id = String(200_000_000_000 + first + index);
    accounts[id] = {
      id,
      name: `account-${id}`,
      email: `${id}@acme.com`,
      parentId: root.id,
      state: "ACTIVE",
      joinedMethod: "INVITED",
      joinedAt: world.now,
      ...change,
    };
    attachments[id] = ["p-FullAWSAccess"];
    return id;
  });
}

/** An error by its name and by those of its members that are given. */
export const refused = (name: string, members: object = {}) => ({ name, ...members });

/** The error for a constraint, by its reason. */
export const violates = (Reason: string) => refused("ConstraintViolationException", { Reason });

/** The error for an input, by its reason. */
export const invalid = (Reason: string) => refused("InvalidInputException", { Reason });
