import type { Operation } from "../operation.ts";
import type { Group, IdentityCenter } from "../world.ts";
import { fromDocument, unsupported } from "./attributes.ts";
import type { AttributeOperation } from "./attributes.ts";
import { isReserved, lookedUp, provenance } from "./common.ts";
import type { AlternateIdentifier } from "./common.ts";
import { invalid, notFound, taken } from "./errors.ts";
import { onStore } from "./on-store.ts";
import { page } from "./page.ts";
import * as shapes from "./shapes.ts";
import { groupNamed, putGroup, removeGroup } from "./store.ts";
import { filtersGone } from "./users.ts";

export const groups: Record<string, Operation> = onStore({
  ListGroups: {
    access: "read",
    members: { Filters: shapes.filters, ...shapes.paging },
    run: (input, store, context) => {
      if (input.Filters?.length > 0) throw filtersGone("Group");
      return page(context, "Groups", Object.values(store.groups), input, (group) => described(group, store));
    },
  },
  DescribeGroup: {
    access: "read",
    members: { GroupId: shapes.resourceId },
    required: ["GroupId"],
    run: (input, store) => described(groupOf(store, input.GroupId), store),
  },
  GetGroupId: {
    access: "read",
    members: { AlternateIdentifier: shapes.alternateIdentifier },
    required: ["AlternateIdentifier"],
    run: (input: { AlternateIdentifier: AlternateIdentifier }, store) => {
      const group = lookedUp(input.AlternateIdentifier, () => Object.values(store.groups), {
        displayName: (value) => groupNamed(store, value),
      });
      if (!group) throw notFound("GROUP");
      return { IdentityStoreId: store.identityStoreId, GroupId: group.id };
    },
  },
  CreateGroup: {
    access: "write",
    members: { DisplayName: shapes.groupDisplayName, Description: shapes.text },
    run: (input, store, context) => {
      if (input.DisplayName === undefined) throw invalid("displayName is a required attribute");
      const group: Group = {
        id: context.newUuid(),
        displayName: input.DisplayName,
        ...(input.Description === undefined ? {} : { description: input.Description }),
        externalIds: [],
        ...provenance(context),
      };
      refuseName(store, group);
      putGroup(store, group);
      return { GroupId: group.id, IdentityStoreId: store.identityStoreId };
    },
  },
  UpdateGroup: {
    access: "write",
    members: { GroupId: shapes.resourceId, Operations: shapes.attributeOperations },
    required: ["GroupId", "Operations"],
    run: (input: { GroupId: string; Operations: AttributeOperation[] }, store, { now, caller }) => {
      const before = groupOf(store, input.GroupId);
      const group: Group = { ...input.Operations.reduce(changed, before), updatedAt: now, updatedBy: caller.arn };
      refuseName(store, group);
      putGroup(store, group);
      return {};
    },
  },
  DeleteGroup: {
    access: "write",
    members: { GroupId: shapes.resourceId },
    required: ["GroupId"],
    run: (input, store) => {
      removeGroup(store, groupOf(store, input.GroupId));
      return {};
    },
  },
});

/** The group of that id. */
export function groupOf(store: IdentityCenter, id: string): Group {
  const group = Object.hasOwn(store.groups, id) ? store.groups[id] : undefined;
  if (!group) throw notFound("GROUP", id);
  return group;
}

function changed(group: Group, { AttributePath: path, AttributeValue: value }: AttributeOperation): Group {
  const { description: _before, ...others } = group;
  const gone = value === undefined || value === null;
  switch (path) {
    case "displayName":
      if (gone) throw invalid("displayName is a required attribute");
      return { ...group, displayName: fromDocument(value, shapes.groupDisplayName, path) as string };
    case "description":
      return gone ? others : { ...others, description: fromDocument(value, shapes.text, path) as string };
    default:
      throw unsupported(path);
  }
}

function refuseName(store: IdentityCenter, group: Group): void {
  if (isReserved(group.displayName)) throw invalid(`displayName: The value ${group.displayName} is reserved`);
  const same = groupNamed(store, group.displayName);
  if (same && same.id !== group.id) throw taken("Duplicate GroupDisplayName");
}

function described(group: Group, store: IdentityCenter): object {
  return {
    GroupId: group.id,
    IdentityStoreId: store.identityStoreId,
    DisplayName: group.displayName,
    Description: group.description,
    ...(group.externalIds.length > 0 ? { ExternalIds: group.externalIds } : {}),
    CreatedAt: group.createdAt / 1000,
    CreatedBy: group.createdBy,
    UpdatedAt: group.updatedAt / 1000,
    UpdatedBy: group.updatedBy,
  };
}
