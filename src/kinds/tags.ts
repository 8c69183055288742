import { mapOf } from "./map.ts";
import Type, { type Static } from "typebox";
import { listAll, present } from "../aws/paging.ts";

const ALPHABET = String.raw`[\p{L}\p{Z}\p{N}_.:/=+\-@]`;

/** Tags of an AWS resource. The key left out leaves the tags as they are; `{}` takes all of them away. */
export const tags = mapOf(
  {
    title: "Tag key",
    description: "1 to 128 letters, digits, spaces and _ . : / = + - @. Keys that start with aws: belong to AWS.",
    maxLength: 128,
    pattern: `^(?![aA][wW][sS]:)${ALPHABET}+$`,
    patternErrorMessage: "A tag key has letters, digits, spaces and _ . : / = + - @ only, and does not start with aws:",
  },
  Type.String({
    title: "Tag value",
    description: 'Up to 256 letters, digits, spaces and _ . : / = + - @. May be empty: "".',
    maxLength: 256,
    pattern: `^${ALPHABET}*$`,
    patternErrorMessage: "A tag value has letters, digits, spaces and _ . : / = + - @ only",
    examples: ["production"],
  }),
  {
    title: "Tags",
    description:
      "Labels in AWS, for cost reports and access rules. Leave the key out to leave the tags as they are; {} takes all of them away.",
    maxProperties: 50,
    examples: [{ stage: "production", team: "payments" }],
    defaultSnippets: [{ label: "tags", description: "One tag", body: { "${1:stage}": "${2:production}" } }],
  },
);

export type Tags = Static<typeof tags>;

/** Organizations' tag operations (sso-admin's take the instance too; its kind adds it). */
export interface TagOperations {
  listTagsForResource(input: { ResourceId: string; NextToken?: string }): Promise<{
    Tags?: { Key: string | undefined; Value: string | undefined }[] | undefined;
    NextToken?: string | undefined;
  }>;
  tagResource(input: { ResourceId: string; Tags: { Key: string; Value: string }[] }): Promise<unknown>;
  untagResource(input: { ResourceId: string; TagKeys: string[] }): Promise<unknown>;
}

export async function readTags(operations: TagOperations, id: string): Promise<Tags> {
  return tagsOf(
    await listAll(operations.listTagsForResource, { ResourceId: id }, "Tags"),
    operations.listTagsForResource.name,
  );
}

/** A list of AWS's tags as the file writes them. */
export function tagsOf(
  list: readonly { Key?: string | undefined; Value?: string | undefined }[],
  operation: string,
): Tags {
  const tags = list.map(
    ({ Key, Value }) => [present(Key, operation, "Key"), present(Value, operation, "Value")] as const,
  );
  // Those of AWS itself are not ours to see or to take away.
  return Object.fromEntries(tags.filter(([key]) => !/^aws:/i.test(key)));
}

/** Sets what is new or different before it takes away what is too much. */
export async function writeTags(operations: TagOperations, id: string, before: Tags, after: Tags): Promise<void> {
  const { set, gone } = tagChanges(before, after);
  if (set.length > 0) await operations.tagResource({ ResourceId: id, Tags: set });
  if (gone.length > 0) await operations.untagResource({ ResourceId: id, TagKeys: gone });
}

export function tagChanges(before: Tags, after: Tags): { set: { Key: string; Value: string }[]; gone: string[] } {
  return {
    set: Object.entries(after)
      .filter(([key, value]) => before[key] !== value)
      .map(([Key, Value]) => ({ Key, Value })),
    gone: Object.keys(before).filter((key) => !Object.hasOwn(after, key)),
  };
}
