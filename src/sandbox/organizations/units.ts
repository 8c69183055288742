import type { Organization, Unit } from "../world.ts";
import { AwsError } from "../operation.ts";
import { notFound, violates } from "./errors.ts";
import { onOrganization } from "./on-organization.ts";
import type { Call } from "./on-organization.ts";
import { page } from "./page.ts";
import * as shapes from "./shapes.ts";
import { lineOf, shownUnit } from "./show.ts";
import { accountsIn, addUnit, isParent, removeUnit, unitsIn } from "./state.ts";
import { tagsFrom } from "./tags.ts";

/** How many units may lie in each other below the root. */
const maxDepth = 5;
const maxUnits = 2000;

export const units = onOrganization({
  DescribeOrganizationalUnit: {
    access: "read",
    members: { OrganizationalUnitId: shapes.unitId },
    required: ["OrganizationalUnitId"],
    run: (input, call) => ({ OrganizationalUnit: shownUnit(call, unitOf(call, input.OrganizationalUnitId)) }),
  },
  ListOrganizationalUnitsForParent: {
    access: "read",
    members: { ParentId: shapes.parentId, ...shapes.paging },
    required: ["ParentId"],
    run: (input, call) => {
      requireParent(call, input.ParentId);
      const inside = unitsIn(call.organization, input.ParentId);
      return page(call, "OrganizationalUnits", inside, input, (unit) => shownUnit(call, unit));
    },
  },
  CreateOrganizationalUnit: {
    access: "write",
    members: { ParentId: shapes.parentId, Name: shapes.unitName, Tags: shapes.tags },
    required: ["ParentId", "Name"],
    run: ({ ParentId: parentId, Name: name, Tags }, call) => {
      const { organization } = call;
      requireParent(call, parentId);
      const given = tagsFrom(Tags);
      requireFreeName(organization, parentId, name);
      if (lineOf(organization, parentId).length > maxDepth) throw violates("OU_DEPTH_LIMIT_EXCEEDED");
      if (Object.keys(organization.units).length >= maxUnits) throw violates("OU_NUMBER_LIMIT_EXCEEDED");
      const root = organization.root.id.slice("r-".length);
      const unit = { id: `ou-${root}-${call.newId("abcdefghijklmnopqrstuvwxyz0123456789", 8)}`, name, parentId };
      addUnit(organization, unit);
      organization.tags[unit.id] = given;
      return { OrganizationalUnit: shownUnit(call, unit) };
    },
  },
  UpdateOrganizationalUnit: {
    access: "write",
    members: { OrganizationalUnitId: shapes.unitId, Name: shapes.unitName },
    required: ["OrganizationalUnitId"],
    run: ({ OrganizationalUnitId: id, Name: name }, call) => {
      const unit = unitOf(call, id);
      if (name !== undefined && name !== unit.name) {
        requireFreeName(call.organization, unit.parentId, name);
        unit.name = name;
      }
      return { OrganizationalUnit: shownUnit(call, unit) };
    },
  },
  DeleteOrganizationalUnit: {
    access: "write",
    members: { OrganizationalUnitId: shapes.unitId },
    required: ["OrganizationalUnitId"],
    run: ({ OrganizationalUnitId: id }, call) => {
      const { organization } = call;
      const unit = unitOf(call, id);
      if (accountsIn(organization, id).length > 0 || unitsIn(organization, id).length > 0) throw notEmpty();
      removeUnit(organization, unit);
      return {};
    },
  },
});

function unitOf({ organization }: Call, id: string): Unit {
  const unit = Object.hasOwn(organization.units, id) ? organization.units[id] : undefined;
  if (!unit) throw notFound("OrganizationalUnit");
  return unit;
}

/** Refuses what is neither the root nor a unit. */
export function requireParent({ organization }: Call, id: string): void {
  if (!isParent(organization, id)) throw notFound("Parent");
}

/** Units have their names to themselves among those of one parent. */
function requireFreeName(organization: Organization, parentId: string, name: string): void {
  if (unitsIn(organization, parentId).some((unit) => unit.name === name)) {
    throw new AwsError("DuplicateOrganizationalUnitException", "An OU with the same name already exists.");
  }
}

function notEmpty(): AwsError {
  const text = "You must remove all accounts and child organizational units before you can delete the specified one.";
  return new AwsError("OrganizationalUnitNotEmptyException", text);
}
