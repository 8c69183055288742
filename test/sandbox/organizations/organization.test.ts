import { describe, expect, test } from "vitest";
import { addAccounts, invalid, refused, start } from "./harness.ts";

describe("an organization", () => {
  test("is described with its management account", async () => {
    const { organizations, world, management } = start();
    const { Organization } = await organizations.describeOrganization({});
    const { id } = world.organization!;
    expect(Organization).toEqual({
      Id: expect.stringMatching(/^o-[a-z0-9]{10,32}$/),
      Arn: `arn:aws:organizations::${management}:organization/${id}`,
      FeatureSet: "ALL",
      MasterAccountId: management,
      MasterAccountArn: `arn:aws:organizations::${management}:account/${id}/${management}`,
      MasterAccountEmail: "aws@acme.com",
      AvailablePolicyTypes: [{ Type: "SERVICE_CONTROL_POLICY", Status: "ENABLED" }],
    });
  });

  test("that there is not is not in use", async () => {
    const { organizations } = start(undefined, { from: "empty" });
    for (const call of [
      organizations.describeOrganization({}),
      organizations.listAccounts({}),
      organizations.createAccount({ AccountName: "dev", Email: "dev@acme.com" }),
      organizations.leaveOrganization({}),
    ]) {
      await expect(call).rejects.toMatchObject(
        refused("AWSOrganizationsNotInUseException", {
          message: "Your account is not a member of an organization.",
        }),
      );
    }
  });

  test("is created with all features, one root and the caller's account in it", async () => {
    const { organizations, world, management } = start(undefined, { from: "empty" });
    const { Organization } = await organizations.createOrganization({});
    expect(Organization).toMatchObject({ FeatureSet: "ALL", MasterAccountId: management });
    const { Roots } = await organizations.listRoots({});
    expect(Roots).toEqual([
      {
        Id: expect.stringMatching(/^r-[0-9a-z]{4,32}$/),
        Arn: `arn:aws:organizations::${management}:root/${Organization!.Id}/${Roots![0]!.Id}`,
        Name: "Root",
        PolicyTypes: [{ Type: "SERVICE_CONTROL_POLICY", Status: "ENABLED" }],
      },
    ]);
    expect((await organizations.listAccounts({})).Accounts).toMatchObject([
      { Id: management, Name: "acme", Email: "aws@acme.com", State: "ACTIVE", JoinedMethod: "INVITED" },
    ]);
    expect(world.organization!.quotas.accounts).toBe(10);
  });

  test("is created once", async () => {
    await expect(start().organizations.createOrganization({})).rejects.toMatchObject(
      refused("AlreadyInOrganizationException"),
    );
  });

  test("has one of two feature sets", async () => {
    const { organizations } = start(undefined, { from: "empty" });
    await expect(organizations.createOrganization({ FeatureSet: "SOME" as never })).rejects.toMatchObject(
      invalid("INVALID_ENUM"),
    );
  });

  test("with consolidated billing only has no policies, closes no accounts and trusts no services", async () => {
    const { organizations, management } = start(undefined, { from: "empty" });
    const { Organization } = await organizations.createOrganization({ FeatureSet: "CONSOLIDATED_BILLING" });
    expect(Organization).toMatchObject({ FeatureSet: "CONSOLIDATED_BILLING", AvailablePolicyTypes: [] });
    expect((await organizations.listRoots({})).Roots).toMatchObject([{ PolicyTypes: [] }]);
    expect((await organizations.listPolicies({ Filter: "SERVICE_CONTROL_POLICY" })).Policies).toEqual([]);
    expect((await organizations.listTargetsForPolicy({ PolicyId: "p-FullAWSAccess" })).Targets).toEqual([]);
    const Reason = "ORGANIZATION_NOT_IN_ALL_FEATURES_MODE";
    const error = "ConstraintViolationException";
    await expect(organizations.closeAccount({ AccountId: management })).rejects.toMatchObject(
      refused(error, { Reason }),
    );
    await expect(organizations.enableAWSServiceAccess({ ServicePrincipal: "sso.amazonaws.com" })).rejects.toMatchObject(
      refused(error, { Reason }),
    );
  });

  test("gets all features when it asks for them, without policy types, and only once", async () => {
    const { organizations } = start(undefined, { from: "empty" });
    await organizations.createOrganization({ FeatureSet: "CONSOLIDATED_BILLING" });
    const { Handshake } = await organizations.enableAllFeatures({});
    expect(Handshake).toMatchObject({
      Id: expect.stringMatching(/^h-[0-9a-z]{8,32}$/),
      Action: "ENABLE_ALL_FEATURES",
      State: "ACCEPTED",
    });
    expect((await organizations.describeOrganization({})).Organization!.FeatureSet).toBe("ALL");
    expect((await organizations.listRoots({})).Roots).toMatchObject([{ PolicyTypes: [] }]);
    await expect(organizations.enableAllFeatures({})).rejects.toMatchObject(
      refused("HandshakeConstraintViolationException", {
        Reason: "ORGANIZATION_ALREADY_HAS_ALL_FEATURES",
      }),
    );
  });

  test("is deleted when only the management account is left", async () => {
    const { organizations, unit, world } = start();
    await unit("Workloads");
    await organizations.deleteOrganization({});
    expect(world.organization).toBeNull();
    await expect(organizations.describeOrganization({})).rejects.toMatchObject(
      refused("AWSOrganizationsNotInUseException"),
    );
  });

  test("is not deleted while it has members, closed ones too", async () => {
    const { organizations } = start((world) => addAccounts(world, 1, { state: "CLOSED" }));
    await expect(organizations.deleteOrganization({})).rejects.toMatchObject(refused("OrganizationNotEmptyException"));
  });
});

describe("a caller in a member account", () => {
  const asMember = () => {
    let member = "";
    const started = start((world) => {
      [member = ""] = addAccounts(world, 1);
      world.caller.accountId = member;
    });
    return { ...started, member };
  };

  test("may describe the organization, and nothing that is for the management account", async () => {
    const { organizations, management } = asMember();
    expect((await organizations.describeOrganization({})).Organization!.MasterAccountId).toBe(management);
    const message = "You don't have permissions to access this resource.";
    await expect(organizations.listAccounts({})).rejects.toMatchObject(refused("AccessDeniedException", { message }));
    await expect(organizations.closeAccount({ AccountId: management })).rejects.toMatchObject(
      refused("AccessDeniedException", { message }),
    );
  });

  test("may leave", async () => {
    const { organizations, member, world } = asMember();
    await organizations.leaveOrganization({});
    expect(world.organization!.accounts).not.toHaveProperty(member);
    await expect(organizations.describeOrganization({})).rejects.toMatchObject(
      refused("AWSOrganizationsNotInUseException"),
    );
  });
});

test("the management account cannot leave", async () => {
  const { organizations, management } = start();
  for (const call of [
    organizations.leaveOrganization({}),
    organizations.removeAccountFromOrganization({ AccountId: management }),
  ]) {
    await expect(call).rejects.toMatchObject(refused("MasterCannotLeaveOrganizationException"));
  }
});

describe("trusted access", () => {
  const sso = "sso.amazonaws.com";

  test("is enabled and disabled by principal, again and again", async () => {
    const { organizations, later, clock } = start((world) => {
      world.organization!.serviceAccess = {};
    });
    const enabled = async () => (await organizations.listAWSServiceAccessForOrganization({})).EnabledServicePrincipals;
    const at = new Date(clock.now());
    await organizations.enableAWSServiceAccess({ ServicePrincipal: sso });
    await later(1000);
    await organizations.enableAWSServiceAccess({ ServicePrincipal: sso });
    expect(await enabled()).toEqual([{ ServicePrincipal: sso, DateEnabled: at }]);
    await organizations.disableAWSServiceAccess({ ServicePrincipal: sso });
    await organizations.disableAWSServiceAccess({ ServicePrincipal: sso });
    expect(await enabled()).toEqual([]);
  });

  test("of the guide's organization is Identity Center's alone", async () => {
    const { EnabledServicePrincipals } = await start().organizations.listAWSServiceAccessForOrganization({});
    expect(EnabledServicePrincipals).toMatchObject([{ ServicePrincipal: sso }]);
  });

  test("is for principals of AWS services", async () => {
    const { organizations } = start();
    for (const ServicePrincipal of ["sso", "sso.example.com", "__proto__"]) {
      await expect(organizations.enableAWSServiceAccess({ ServicePrincipal })).rejects.toMatchObject(
        invalid("UNRECOGNIZED_SERVICE_PRINCIPAL"),
      );
      await expect(organizations.disableAWSServiceAccess({ ServicePrincipal })).rejects.toMatchObject(
        invalid("UNRECOGNIZED_SERVICE_PRINCIPAL"),
      );
    }
    await expect(organizations.enableAWSServiceAccess({ ServicePrincipal: "a b" })).rejects.toMatchObject(
      invalid("INVALID_PATTERN"),
    );
    await expect(organizations.enableAWSServiceAccess({ ServicePrincipal: "a".repeat(129) })).rejects.toMatchObject(
      invalid("MAX_LENGTH_EXCEEDED"),
    );
    await expect(organizations.enableAWSServiceAccess({ ServicePrincipal: "" })).rejects.toMatchObject(
      invalid("MIN_LENGTH_EXCEEDED"),
    );
  });
});
