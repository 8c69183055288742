import type { Context, Operation } from "../operation.ts";
import { AwsError } from "../operation.ts";
import type { Organization, Unit } from "../world.ts";
import { constraint, noChild, noUnit } from "./errors.ts";
import { page } from "./page.ts";
import * as shapes from "./shapes.ts";
import { checkTags, type Tag } from "./tags.ts";
import { accountsIn, addUnit, arnOf, lineage, organizationOf, pathOf, removeUnit, requireParent, unitsIn } from "./tree.ts";

const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
const DEEPEST = 5;
const MOST = 2_000;

export const units: Record<string, Operation> = {
  ListOrganizationalUnitsForParent: {
    access: "read",
    quota: { rate: 5, burst: 8 },
    input: shapes.input({ ParentId: shapes.parentId }, shapes.paging),
    run: (input: { ParentId: string }, context) => {
      const organization = organizationOf(context.world);
      requireParent(organization, input.ParentId);
      return page(context, "OrganizationalUnits", unitsIn(organization, input.ParentId), input, (unit) => shown(organization, unit, context));
    },
  },
  ListChildren: {
    access: "read",
    quota: { rate: 6, burst: 10 },
    input: shapes.input({ ParentId: shapes.parentId, ChildType: { type: "string", enum: ["ACCOUNT", "ORGANIZATIONAL_UNIT"] } }, shapes.paging),
    run: (input: { ParentId: string; ChildType: string }, context) => {
      const organization = organizationOf(context.world);
      requireParent(organization, input.ParentId);
      const children = input.ChildType === "ACCOUNT" ? accountsIn(organization, input.ParentId) : unitsIn(organization, input.ParentId);
      return page(context, "Children", children, input, ({ id }) => ({ Id: id, Type: input.ChildType }));
    },
  },
  ListParents: {
    access: "read",
    quota: { rate: 5, burst: 8 },
    input: shapes.input({ ChildId: shapes.childId }, shapes.paging),
    run: (input: { ChildId: string }, context) => {
      const organization = organizationOf(context.world);
      const child = organization.accounts[input.ChildId] ?? organization.units[input.ChildId];
      if (!child) throw noChild();
      const type = child.parentId === organization.root.id ? "ROOT" : "ORGANIZATIONAL_UNIT";
      return page(context, "Parents", [{ Id: child.parentId, Type: type }], input);
    },
  },
  DescribeOrganizationalUnit: {
    access: "read",
    quota: { rate: 2, burst: 2 },
    input: shapes.input({ OrganizationalUnitId: shapes.unitId }),
    run: ({ OrganizationalUnitId: id }: { OrganizationalUnitId: string }, context) => {
      const organization = organizationOf(context.world);
      return { OrganizationalUnit: shown(organization, unitOf(organization, id), context) };
    },
  },
  CreateOrganizationalUnit: {
    access: "write",
    quota: { rate: 1, burst: 2 },
    input: shapes.input({ ParentId: shapes.parentId, Name: shapes.unitName }, { Tags: shapes.tags }),
    run: (input: { ParentId: string; Name: string; Tags?: Tag[] }, context) => {
      const organization = organizationOf(context.world);
      requireParent(organization, input.ParentId);
      requireFreeName(organization, input.ParentId, input.Name);
      if (lineage(organization, input.ParentId).length > DEEPEST) {
        throw constraint("OU_DEPTH_LIMIT_EXCEEDED", "You attempted to create an OU tree that is too many levels deep.");
      }
      if (Object.keys(organization.units).length >= MOST) {
        throw constraint("OU_NUMBER_LIMIT_EXCEEDED", "You have exceeded the number of OUs that you can have in an organization.");
      }
      const given = checkTags(input.Tags ?? [], {});
      const unit = { id: `ou-${organization.root.id.slice(2)}-${context.newId(LETTERS, 8)}`, name: input.Name, parentId: input.ParentId };
      addUnit(organization, unit);
      organization.tags[unit.id] = given;
      return { OrganizationalUnit: shown(organization, unit, context) };
    },
  },
  UpdateOrganizationalUnit: {
    access: "write",
    quota: { rate: 2, burst: 3 },
    input: shapes.input({ OrganizationalUnitId: shapes.unitId }, { Name: shapes.unitName }),
    run: ({ OrganizationalUnitId: id, Name: name }: { OrganizationalUnitId: string; Name?: string }, context) => {
      const organization = organizationOf(context.world);
      const unit = unitOf(organization, id);
      if (name !== undefined && name !== unit.name) {
        requireFreeName(organization, unit.parentId, name);
        unit.name = name;
      }
      return { OrganizationalUnit: shown(organization, unit, context) };
    },
  },
  DeleteOrganizationalUnit: {
    access: "write",
    quota: { rate: 2, burst: 3 },
    input: shapes.input({ OrganizationalUnitId: shapes.unitId }),
    run: ({ OrganizationalUnitId: id }: { OrganizationalUnitId: string }, { world }) => {
      const organization = organizationOf(world);
      const unit = unitOf(organization, id);
      if (accountsIn(organization, id).length > 0 || unitsIn(organization, id).length > 0) {
        throw new AwsError("OrganizationalUnitNotEmptyException", "The specified OU is not empty. Move all accounts to another root or to other OUs, remove all child OUs, and try the operation again.");
      }
      removeUnit(organization, unit);
      return {};
    },
  },
};

function unitOf(organization: Organization, id: string): Unit {
  const unit = organization.units[id];
  if (!unit) throw noUnit();
  return unit;
}

function requireFreeName(organization: Organization, parentId: string, name: string): void {
  if (unitsIn(organization, parentId).some((unit) => unit.name === name)) {
    throw new AwsError("DuplicateOrganizationalUnitException", "An OU with the same name already exists.");
  }
}

function shown(organization: Organization, { id, name, parentId }: Unit, { paths }: Context): object {
  const where = paths === false ? {} : { Path: pathOf(organization, parentId, id) };
  return { Id: id, Arn: arnOf(organization, "ou", id), Name: name, ...where };
}
