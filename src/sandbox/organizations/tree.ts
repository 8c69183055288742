import { notFound } from "./errors.ts";
import { onOrganization } from "./on-organization.ts";
import { page } from "./page.ts";
import * as shapes from "./shapes.ts";
import { accountsIn, unitsIn } from "./state.ts";
import { requireParent } from "./units.ts";

/** Who is whose parent, by ids alone. */
export const tree = onOrganization({
  ListChildren: {
    access: "read",
    members: { ParentId: shapes.parentId, ChildType: shapes.childType, ...shapes.paging },
    required: ["ParentId", "ChildType"],
    run: (input, call) => {
      requireParent(call, input.ParentId);
      const inside = input.ChildType === "ACCOUNT" ? accountsIn : unitsIn;
      const children: readonly { id: string }[] = inside(call.organization, input.ParentId);
      return page(call, "Children", children, input, ({ id }) => ({ Id: id, Type: input.ChildType }));
    },
  },
  ListParents: {
    access: "read",
    members: { ChildId: shapes.childId, ...shapes.paging },
    required: ["ChildId"],
    run: (input: { ChildId: string }, call) => {
      const { accounts, units, root } = call.organization;
      const child = own(accounts, input.ChildId) ?? own(units, input.ChildId);
      if (!child) throw notFound("Child");
      const Type = child.parentId === root.id ? "ROOT" : "ORGANIZATIONAL_UNIT";
      return page(call, "Parents", [{ Id: child.parentId, Type }], input);
    },
  },
});

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
