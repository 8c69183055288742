import { describe, expect, test } from "vitest";
import { CONSOLE_STEPS } from "../../../src/sandbox/index.ts";
import { addAccounts, day, invalid, refused, start, violates } from "./harness.ts";

const sso = "sso.amazonaws.com";
const config = "config.amazonaws.com";
const iam = "iam.amazonaws.com";

/** An organization with four active members that trusts three services, and short ways to register and list. */
async function started() {
  const base = start((world) => {
    addAccounts(world, 4);
    for (const principal of [config, iam]) world.organization!.serviceAccess[principal] = { enabledAt: world.now };
  });
  const { organizations, world } = base;
  const members = Object.keys(world.organization!.accounts).filter((id) => id !== base.management);
  return {
    ...base,
    members,
    register: (AccountId: string | undefined, ServicePrincipal: string) =>
      organizations.registerDelegatedAdministrator({ AccountId, ServicePrincipal }),
    deregister: (AccountId: string | undefined, ServicePrincipal: string) =>
      organizations.deregisterDelegatedAdministrator({ AccountId, ServicePrincipal }),
    listed: async (ServicePrincipal?: string) =>
      (await organizations.listDelegatedAdministrators({ ServicePrincipal })).DelegatedAdministrators!.map(
        ({ Id }) => Id,
      ),
    services: async (AccountId: string | undefined) =>
      (await organizations.listDelegatedServicesForAccount({ AccountId })).DelegatedServices!.map(
        ({ ServicePrincipal }) => ServicePrincipal,
      ),
  };
}

describe("delegated administrators", () => {
  test("are none at first", async () => {
    const { organizations, listed } = await started();
    expect(await listed()).toEqual([]);
    expect(await listed(sso)).toEqual([]);
    expect((await organizations.listDelegatedAdministrators({})).NextToken).toBeUndefined();
  });

  test("are registered by service, and listed by account and by service", async () => {
    const { organizations, members, register, listed, services, later, clock } = await started();
    const at = new Date(clock.now());
    await register(members[0], sso);
    await register(members[0], config);
    await later(1000);
    await register(members[1], config);
    expect(await listed()).toEqual([members[0], members[1]]);
    expect(await listed(sso)).toEqual([members[0]]);
    expect(await listed(config)).toEqual([members[0], members[1]]);
    expect(await listed("guardduty.amazonaws.com")).toEqual([]);
    expect(await services(members[0])).toEqual([sso, config]);
    const { Account } = await organizations.describeAccount({ AccountId: members[0] });
    const { Paths, ...account } = Account!;
    const { DelegatedAdministrators: all } = await organizations.listDelegatedAdministrators({});
    expect(Paths).toHaveLength(1);
    expect(all![0]).toEqual({ ...account, DelegationEnabledDate: at });
    expect(all![1]!.DelegationEnabledDate).toEqual(new Date(at.getTime() + 1000));
    const { DelegatedServices } = await organizations.listDelegatedServicesForAccount({ AccountId: members[1] });
    expect(DelegatedServices).toEqual([
      { ServicePrincipal: config, DelegationEnabledDate: new Date(at.getTime() + 1000) },
    ]);
  });

  test("are deregistered by service, and then administer it no more", async () => {
    const { members, register, deregister, listed, services } = await started();
    await register(members[0], sso);
    await register(members[0], config);
    await deregister(members[0], sso);
    expect(await listed(sso)).toEqual([]);
    expect(await services(members[0])).toEqual([config]);
    await deregister(members[0], config);
    expect(await listed()).toEqual([]);
    await expect(services(members[0])).rejects.toMatchObject(refused("AccountNotRegisteredException"));
  });

  test("are registered once, and deregistered once", async () => {
    const { members, management, register, deregister, services } = await started();
    await register(members[0], config);
    await expect(register(members[0], config)).rejects.toMatchObject(refused("AccountAlreadyRegisteredException"));
    await deregister(members[0], config);
    for (const id of [members[0], members[1], management]) {
      await expect(deregister(id, config)).rejects.toMatchObject(refused("AccountNotRegisteredException"));
      await expect(services(id)).rejects.toMatchObject(refused("AccountNotRegisteredException"));
    }
  });

  test("need a service that the organization trusts", async () => {
    const { organizations, members, register } = await started();
    const principal = "guardduty.amazonaws.com";
    await expect(register(members[0], principal)).rejects.toMatchObject(violates("SERVICE_ACCESS_NOT_ENABLED"));
    await organizations.enableAWSServiceAccess({ ServicePrincipal: principal });
    await register(members[0], principal);
    for (const wrong of ["guardduty", "constructor", "__proto__"]) {
      await expect(register(members[0], wrong)).rejects.toMatchObject(invalid("UNRECOGNIZED_SERVICE_PRINCIPAL"));
      await expect(organizations.listDelegatedAdministrators({ ServicePrincipal: wrong })).rejects.toMatchObject(
        invalid("UNRECOGNIZED_SERVICE_PRINCIPAL"),
      );
    }
  });

  test("are active members, and never the management account", async () => {
    const { members, management, register, deregister, services, world } = await started();
    await expect(register(management, config)).rejects.toMatchObject(
      violates("CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR"),
    );
    const states = ["SUSPENDED", "CLOSED", "PENDING_CLOSURE", "PENDING_ACTIVATION"] as const;
    for (const [index, state] of states.entries()) {
      Object.assign(world.organization!.accounts[members[index]!]!, { state, closesAt: Number.MAX_SAFE_INTEGER });
      await expect(register(members[index], config)).rejects.toMatchObject(
        violates("CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR"),
      );
    }
    const nobody = "999999999999";
    for (const call of [register(nobody, config), deregister(nobody, config), services(nobody)]) {
      await expect(call).rejects.toMatchObject(refused("AccountNotFoundException"));
    }
  });

  test("of Identity Center are one account at most, of others as many as wanted", async () => {
    const { members, register, deregister, listed } = await started();
    await register(members[0], sso);
    await expect(register(members[1], sso)).rejects.toMatchObject(
      violates("DELEGATED_ADMINISTRATOR_EXISTS_FOR_THIS_SERVICE"),
    );
    await expect(register(members[0], sso)).rejects.toMatchObject(refused("AccountAlreadyRegisteredException"));
    await deregister(members[0], sso);
    await register(members[1], sso);
    for (const id of members) await register(id, config);
    expect(await listed(config)).toHaveLength(4);
  });

  test("are neither closed nor removed, and do not leave", async () => {
    const { organizations, members, register, deregister, as } = await started();
    const AccountId = members[0]!;
    await register(AccountId, config);
    const reason = violates("CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG");
    await expect(organizations.closeAccount({ AccountId })).rejects.toMatchObject(reason);
    await expect(organizations.removeAccountFromOrganization({ AccountId })).rejects.toMatchObject(reason);
    await expect(as(AccountId).organizations.leaveOrganization({})).rejects.toMatchObject(reason);
    await deregister(AccountId, config);
    await organizations.removeAccountFromOrganization({ AccountId });
    await organizations.closeAccount({ AccountId: members[1] });
  });

  test("read the organization, as every service's do, and change nothing", async () => {
    const { members, root, register, deregister, as } = await started();
    const { organizations } = as(members[0]!);
    const Filter = "SERVICE_CONTROL_POLICY";
    const reads = () => [
      organizations.listAccounts({}),
      organizations.listRoots({}),
      organizations.listOrganizationalUnitsForParent({ ParentId: root }),
      organizations.listTagsForResource({ ResourceId: root }),
      organizations.listPolicies({ Filter }),
      organizations.listDelegatedAdministrators({}),
      organizations.listDelegatedServicesForAccount({ AccountId: members[0] }),
      organizations.listAWSServiceAccessForOrganization({}),
      organizations.listHandshakesForOrganization({}),
      organizations.listCreateAccountStatus({}),
    ];
    for (const call of reads()) await expect(call).rejects.toMatchObject(refused("AccessDeniedException"));
    await register(members[0], config);
    await Promise.all(reads());
    for (const call of [
      organizations.createAccount({ AccountName: "dev", Email: "dev@acme.com" }),
      organizations.createOrganizationalUnit({ ParentId: root, Name: "Workloads" }),
      organizations.tagResource({ ResourceId: root, Tags: [{ Key: "a", Value: "b" }] }),
      organizations.closeAccount({ AccountId: members[1] }),
      organizations.registerDelegatedAdministrator({ AccountId: members[1], ServicePrincipal: config }),
      organizations.deregisterDelegatedAdministrator({ AccountId: members[0], ServicePrincipal: config }),
      organizations.disableAWSServiceAccess({ ServicePrincipal: config }),
    ]) {
      await expect(call).rejects.toMatchObject(refused("AccessDeniedException"));
    }
    await deregister(members[0], config);
    for (const call of reads()) await expect(call).rejects.toMatchObject(refused("AccessDeniedException"));
  });

  test("stay registered when trusted access for their service ends", async () => {
    const { organizations, members, register, listed } = await started();
    await register(members[0], config);
    await organizations.disableAWSServiceAccess({ ServicePrincipal: config });
    expect(await listed(config)).toEqual([members[0]]);
  });

  test("are listed on pages", async () => {
    const { organizations, members, register, services } = await started();
    for (const id of members) await register(id, config);
    await register(members[0], iam);
    const first = await organizations.listDelegatedAdministrators({ MaxResults: 3 });
    expect(first.DelegatedAdministrators).toHaveLength(3);
    const second = await organizations.listDelegatedAdministrators({ MaxResults: 3, NextToken: first.NextToken });
    expect(second.DelegatedAdministrators!.map(({ Id }) => Id)).toEqual([members[3]]);
    const one = await organizations.listDelegatedServicesForAccount({ AccountId: members[0], MaxResults: 1 });
    expect(one.DelegatedServices).toHaveLength(1);
    expect(one.NextToken).toBeDefined();
    expect(await services(members[0])).toEqual([config, iam]);
  });
});

test("a world without them, as earlier versions wrote it, takes them", async () => {
  const { world, register, members, sandbox, later } = await started();
  expect(world.organization).not.toHaveProperty("delegatedAdministrators");
  await register(members[0], sso);
  await later(day);
  const saved = JSON.parse(JSON.stringify(sandbox.snapshot()));
  const again = start((made) => Object.assign(made, saved));
  const { DelegatedAdministrators } = await again.organizations.listDelegatedAdministrators({});
  expect(DelegatedAdministrators).toMatchObject([{ Id: members[0] }]);
  expect(CONSOLE_STEPS["suspend-account"]!.run(again.world, again.clock.now(), [members[0]!])).toContain("SUSPENDED");
});
