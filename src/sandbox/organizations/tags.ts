import type { Operation } from "../operation.ts";
import type { Organization } from "../world.ts";
import { constraint, invalidInput, noTarget } from "./errors.ts";
import { page } from "./page.ts";
import * as shapes from "./shapes.ts";
import { organizationOf } from "./tree.ts";

export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

const MOST = 50;
const ALPHABET = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

export const tags: Record<string, Operation> = {
  ListTagsForResource: {
    access: "read",
    quota: { rate: 10, burst: 15 },
    input: shapes.input({ ResourceId: shapes.taggableId }, { NextToken: shapes.paging["NextToken"]! }),
    run: (input: { ResourceId: string }, context) => {
      const organization = organizationOf(context.world);
      requireTarget(organization, input.ResourceId);
      return page(context, "Tags", Object.entries(organization.tags[input.ResourceId] ?? {}), input, ([Key, Value]) => ({ Key, Value }));
    },
  },
  TagResource: {
    access: "write",
    quota: { rate: 4, burst: 6 },
    input: shapes.input({ ResourceId: shapes.taggableId, Tags: shapes.tags }),
    run: ({ ResourceId: id, Tags: given }: { ResourceId: string; Tags: Tag[] }, { world }) => {
      const organization = organizationOf(world);
      requireTarget(organization, id);
      organization.tags[id] = checkTags(given, organization.tags[id] ?? {});
      return {};
    },
  },
  UntagResource: {
    access: "write",
    quota: { rate: 4, burst: 6 },
    input: shapes.input({ ResourceId: shapes.taggableId, TagKeys: shapes.tagKeys }),
    run: ({ ResourceId: id, TagKeys: keys }: { ResourceId: string; TagKeys: string[] }, { world }) => {
      const organization = organizationOf(world);
      requireTarget(organization, id);
      organization.tags[id] = Object.fromEntries(Object.entries(organization.tags[id] ?? {}).filter(([key]) => !keys.includes(key)));
      return {};
    },
  },
};

function requireTarget({ root, units, accounts }: Organization, id: string): void {
  if (id !== root.id && !Object.hasOwn(units, id) && !Object.hasOwn(accounts, id)) throw noTarget();
}

/** The tags after adding some, or AWS's refusal of one of them. */
export function checkTags(given: readonly Tag[], before: Readonly<Record<string, string>>): Record<string, string> {
  if (new Set(given.map(({ Key }) => Key)).size < given.length) {
    throw invalidInput("DUPLICATE_TAG_KEY", "Tag keys must be unique among the tags attached to the same entity.");
  }
  if (given.some(({ Key }) => /^aws:/i.test(Key))) {
    throw invalidInput("INVALID_SYSTEM_TAGS_PARAMETER", "You specified a tag key that is a system tag. You can't add, edit, or delete system tag keys because they're reserved for AWS use.");
  }
  if (given.some(({ Key, Value }) => !ALPHABET.test(Key) || !ALPHABET.test(Value))) {
    throw invalidInput("INVALID_PATTERN", "You provided a value that doesn't match the required pattern.");
  }
  const after = { ...before, ...Object.fromEntries(given.map(({ Key, Value }) => [Key, Value])) };
  if (Object.keys(after).length > MOST) {
    throw constraint("MAX_TAG_LIMIT_EXCEEDED", "You have exceeded the number of tags allowed on this resource.");
  }
  return after;
}
