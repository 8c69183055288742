import { describe, expect, test } from "vitest";
import { addAccounts, invalid, refused, start, violates } from "./harness.ts";

const nowhere = (root: string) => `ou-${root.slice(2)}-00000000`;

describe("organizational units", () => {
  test("are created in the root and in each other, and say where they are", async () => {
    const { organizations, unit, root, world, management } = start();
    const workloads = await unit("Workloads");
    const dev = await unit("Dev", workloads);
    const { id } = world.organization!;
    expect(workloads).toMatch(new RegExp(`^ou-${root.slice(2)}-[a-z0-9]{8,32}$`));
    const { OrganizationalUnit } = await organizations.describeOrganizationalUnit({ OrganizationalUnitId: dev });
    expect(OrganizationalUnit).toEqual({
      Id: dev,
      Arn: `arn:aws:organizations::${management}:ou/${id}/${dev}`,
      Name: "Dev",
      Path: `${id}/${root}/${workloads}/${dev}/`,
    });
    const { OrganizationalUnits } = await organizations.listOrganizationalUnitsForParent({ ParentId: workloads });
    expect(OrganizationalUnits).toEqual([OrganizationalUnit]);
    expect((await organizations.listParents({ ChildId: dev })).Parents).toEqual([
      { Id: workloads, Type: "ORGANIZATIONAL_UNIT" },
    ]);
    expect((await organizations.listParents({ ChildId: workloads })).Parents).toEqual([{ Id: root, Type: "ROOT" }]);
  });

  test("are children beside accounts, of one type at a time", async () => {
    const { organizations, unit, root, management } = start();
    const workloads = await unit("Workloads");
    const children = async (ChildType: "ACCOUNT" | "ORGANIZATIONAL_UNIT") =>
      (await organizations.listChildren({ ParentId: root, ChildType })).Children;
    expect(await children("ACCOUNT")).toEqual([{ Id: management, Type: "ACCOUNT" }]);
    expect(await children("ORGANIZATIONAL_UNIT")).toEqual([{ Id: workloads, Type: "ORGANIZATIONAL_UNIT" }]);
    await expect(children("POLICY" as never)).rejects.toMatchObject(invalid("INVALID_ENUM"));
  });

  test("have their name to themselves among those of one parent", async () => {
    const { unit } = start();
    const workloads = await unit("Workloads");
    await expect(unit("Workloads")).rejects.toMatchObject(
      refused("DuplicateOrganizationalUnitException", {
        message: "An OU with the same name already exists.",
      }),
    );
    expect(await unit("Workloads", workloads)).not.toBe(workloads);
  });

  test("have names of 1 to 128 characters, whatever they are", async () => {
    const { unit, organizations } = start();
    const id = await unit("a/b ü 🚀".padEnd(129, "-"));
    const { OrganizationalUnit } = await organizations.describeOrganizationalUnit({ OrganizationalUnitId: id });
    expect(OrganizationalUnit!.Name).toContain("a/b ü 🚀");
    await expect(unit("")).rejects.toMatchObject(invalid("MIN_LENGTH_EXCEEDED"));
    await expect(unit("n".repeat(129))).rejects.toMatchObject(invalid("MAX_LENGTH_EXCEEDED"));
  });

  test("lie at most five deep", async () => {
    const { unit, root } = start();
    let parent = root;
    for (const name of ["1", "2", "3", "4", "5"]) parent = await unit(name, parent);
    await expect(unit("6", parent)).rejects.toMatchObject(violates("OU_DEPTH_LIMIT_EXCEEDED"));
  });

  test("are at most 2,000", async () => {
    const { unit } = start(({ organization }) => {
      const { units, root } = organization!;
      for (let n = 1; n < 2000; n += 1) {
        const id = `ou-${root.id.slice(2)}-${String(n).padStart(8, "0")}`;
        units[id] = { id, name: id, parentId: root.id };
      }
    });
    await unit("the last");
    await expect(unit("one more")).rejects.toMatchObject(violates("OU_NUMBER_LIMIT_EXCEEDED"));
  });

  test("are renamed, to a name that is free, and keep their id", async () => {
    const { organizations, unit, world } = start();
    const [one] = [await unit("One"), await unit("Other")];
    const rename = (Name?: string) => organizations.updateOrganizationalUnit({ OrganizationalUnitId: one, Name });
    expect((await rename("Uno")).OrganizationalUnit).toMatchObject({ Id: one, Name: "Uno" });
    expect((await rename("Uno")).OrganizationalUnit).toMatchObject({ Name: "Uno" });
    expect((await rename()).OrganizationalUnit).toMatchObject({ Name: "Uno" });
    await expect(rename("Other")).rejects.toMatchObject(refused("DuplicateOrganizationalUnitException"));
    await expect(rename("")).rejects.toMatchObject(invalid("MIN_LENGTH_EXCEEDED"));
    expect(world.organization!.units[one]!.name).toBe("Uno");
  });

  test("are deleted when they are empty, and their name is free again", async () => {
    const { organizations, unit, world } = start();
    const id = await unit("Workloads");
    await organizations.tagResource({ ResourceId: id, Tags: [{ Key: "a", Value: "b" }] });
    await organizations.deleteOrganizationalUnit({ OrganizationalUnitId: id });
    expect(world.organization!.tags).not.toHaveProperty(id);
    expect(world.organization!.attachments).not.toHaveProperty(id);
    expect(await unit("Workloads")).not.toBe(id);
  });

  test.each(["ACTIVE", "SUSPENDED", "PENDING_CLOSURE", "CLOSED"] as const)(
    "are not deleted while they hold an account that is %s",
    async (state) => {
      const { organizations, unit, root, world } = start((made) =>
        addAccounts(made, 1, { state, closesAt: made.now + 1e9 }),
      );
      const AccountId = Object.keys(world.organization!.accounts)[1]!;
      const id = await unit("Workloads");
      await organizations.moveAccount({ AccountId, SourceParentId: root, DestinationParentId: id });
      const remove = () => organizations.deleteOrganizationalUnit({ OrganizationalUnitId: id });
      await expect(remove()).rejects.toMatchObject(refused("OrganizationalUnitNotEmptyException"));
      await organizations.moveAccount({ AccountId, SourceParentId: id, DestinationParentId: root });
      await remove();
    },
  );

  test("are not deleted while they hold a unit", async () => {
    const { organizations, unit } = start();
    const id = await unit("Workloads");
    await unit("Dev", id);
    const remove = organizations.deleteOrganizationalUnit({ OrganizationalUnitId: id });
    await expect(remove).rejects.toMatchObject(refused("OrganizationalUnitNotEmptyException"));
  });

  test("that are not there are not found, and neither are parents and children", async () => {
    const { organizations, unit, root } = start();
    const OrganizationalUnitId = nowhere(root);
    const ParentId = OrganizationalUnitId;
    const name = "OrganizationalUnitNotFoundException";
    await expect(organizations.describeOrganizationalUnit({ OrganizationalUnitId })).rejects.toMatchObject(
      refused(name),
    );
    await expect(organizations.updateOrganizationalUnit({ OrganizationalUnitId, Name: "x" })).rejects.toMatchObject(
      refused(name),
    );
    await expect(organizations.deleteOrganizationalUnit({ OrganizationalUnitId })).rejects.toMatchObject(refused(name));
    await expect(unit("x", ParentId)).rejects.toMatchObject(refused("ParentNotFoundException"));
    await expect(organizations.listOrganizationalUnitsForParent({ ParentId })).rejects.toMatchObject(
      refused("ParentNotFoundException"),
    );
    await expect(organizations.listAccountsForParent({ ParentId })).rejects.toMatchObject(
      refused("ParentNotFoundException"),
    );
    await expect(organizations.listChildren({ ParentId, ChildType: "ACCOUNT" })).rejects.toMatchObject(
      refused("ParentNotFoundException"),
    );
    await expect(organizations.listParents({ ChildId: OrganizationalUnitId })).rejects.toMatchObject(
      refused("ChildNotFoundException"),
    );
    await expect(organizations.listParents({ ChildId: "999999999999" })).rejects.toMatchObject(
      refused("ChildNotFoundException"),
    );
    await expect(organizations.listParents({ ChildId: root })).rejects.toMatchObject(invalid("INVALID_PATTERN"));
  });

  test("take tags from the start, or are not created", async () => {
    const { organizations, root, world } = start();
    const create = (Tags: { Key: string; Value: string }[]) =>
      organizations.createOrganizationalUnit({ ParentId: root, Name: "Workloads", Tags });
    await expect(create([{ Key: "AWS:x", Value: "" }])).rejects.toMatchObject(invalid("INVALID_SYSTEM_TAGS_PARAMETER"));
    expect(world.organization!.units).toEqual({});
    const { OrganizationalUnit } = await create([{ Key: "stage", Value: "" }]);
    const { Tags } = await organizations.listTagsForResource({ ResourceId: OrganizationalUnit!.Id });
    expect(Tags).toEqual([{ Key: "stage", Value: "" }]);
  });
});
