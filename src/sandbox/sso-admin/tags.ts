import type { Context, Operation, Shape } from "../operation.ts";
import type { PermissionSet } from "../world.ts";
import { notFound } from "./errors.ts";
import { callOn, changeableSetOf, permissionSetOf } from "./on-instance.ts";
import { page } from "../identitystore/page.ts";
import * as shapes from "./shapes.ts";

interface Tag {
  readonly Key: string;
  readonly Value: string;
}

export const tags: Record<string, Operation> = {
  ListTagsForResource: {
    access: "read",
    input: tagInput(shapes.tagPaging),
    run: (input, context) => {
      const all = Object.entries(tagged(input, "ListTagsForResource", context).tags);
      return page(context, "Tags", all, input, ([Key, Value]) => ({ Key, Value }));
    },
  },
  TagResource: {
    access: "write",
    input: tagInput({ Tags: shapes.tags }),
    run: (input: { Tags: Tag[] }, context) => {
      const set = tagged(input, "TagResource", context, changeableSetOf);
      set.tags = { ...set.tags, ...Object.fromEntries(input.Tags.map(({ Key, Value }) => [Key, Value])) };
      return {};
    },
  },
  UntagResource: {
    access: "write",
    input: tagInput({ TagKeys: shapes.tagKeys }),
    run: (input: { TagKeys: string[] }, context) => {
      const set = tagged(input, "UntagResource", context, changeableSetOf);
      set.tags = Object.fromEntries(Object.entries(set.tags).filter(([key]) => !input.TagKeys.includes(key)));
      return {};
    },
  },
};

/** Alone among the operations, these need no InstanceArn. */
function tagInput(members: Readonly<Record<string, Shape>>): Operation["input"] {
  const required = ["ResourceArn", ...Object.keys(members).filter((name) => name !== "NextToken")];
  return {
    type: "structure",
    members: { InstanceArn: shapes.instanceArn, ResourceArn: shapes.taggable, ...members },
    required,
  };
}

/** The permission set whose tags are meant; the sandbox tags nothing else. */
function tagged(input: object, action: string, context: Context, setOf = permissionSetOf): PermissionSet {
  const { InstanceArn, ResourceArn: arn } = input as { InstanceArn?: string; ResourceArn: string };
  const center = context.world.identityCenter;
  if (!center) throw notFound(`Could not find resource with arn ${arn}`);
  return setOf(callOn(InstanceArn ?? center.instanceArn, action, context), arn);
}
