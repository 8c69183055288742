import type { Organization } from "../world.ts";
import { invalid, notFound, violates } from "./errors.ts";
import { isAwsManaged } from "./full-access.ts";
import { onOrganization } from "./on-organization.ts";
import { page } from "./page.ts";
import * as shapes from "./shapes.ts";
import { isParent } from "./state.ts";

/** What one resource may have. */
const maxTags = 50;

export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

export const tags = onOrganization({
  ListTagsForResource: {
    access: "read",
    members: { ResourceId: shapes.taggableId, ...shapes.tagPaging },
    required: ["ResourceId"],
    run: (input, call) => {
      requireTaggable(call.organization, input.ResourceId);
      const all = Object.entries(call.organization.tags[input.ResourceId] ?? {});
      return page(call, "Tags", all, input, ([Key, Value]) => ({ Key, Value }));
    },
  },
  TagResource: {
    access: "write",
    members: { ResourceId: shapes.taggableId, Tags: shapes.tags },
    required: ["ResourceId", "Tags"],
    run: (input: { ResourceId: string; Tags: Tag[] }, { organization }) => {
      requireTaggable(organization, input.ResourceId);
      const tagged = tagsFrom(input.Tags, organization.tags[input.ResourceId]);
      organization.tags[input.ResourceId] = tagged;
      return {};
    },
  },
  UntagResource: {
    access: "write",
    members: { ResourceId: shapes.taggableId, TagKeys: shapes.tagKeys },
    required: ["ResourceId", "TagKeys"],
    run: (input: { ResourceId: string; TagKeys: string[] }, { organization }) => {
      requireTaggable(organization, input.ResourceId);
      if (input.TagKeys.some(isReserved)) throw invalid("INVALID_SYSTEM_TAGS_PARAMETER");
      const left = Object.entries(organization.tags[input.ResourceId] ?? {}).filter(
        ([key]) => !input.TagKeys.includes(key),
      );
      organization.tags[input.ResourceId] = Object.fromEntries(left);
      return {};
    },
  },
});

/** Tags that are added to those that there are; one that may not be stops them all. */
export function tagsFrom(
  added: readonly Tag[] = [],
  there: Readonly<Record<string, string>> = {},
): Record<string, string> {
  if (added.some(({ Key }) => isReserved(Key))) throw invalid("INVALID_SYSTEM_TAGS_PARAMETER");
  if (new Set(added.map(({ Key }) => Key)).size < added.length) throw invalid("DUPLICATE_TAG_KEY");
  const together = Object.fromEntries([...Object.entries(there), ...added.map(({ Key, Value }) => [Key, Value])]);
  if (Object.keys(together).length > maxTags) throw violates("MAX_TAG_LIMIT_EXCEEDED");
  return together;
}

const isReserved = (key: string): boolean => key.toLowerCase().startsWith("aws:");

/** What belongs to AWS has no tags: to this service, ids of that form are none. */
function requireTaggable(organization: Organization, id: string): void {
  if (isAwsManaged(id)) throw invalid("INVALID_PATTERN");
  const { accounts, policies = {}, resourcePolicy } = organization;
  const known =
    isParent(organization, id) ||
    Object.hasOwn(accounts, id) ||
    Object.hasOwn(policies, id) ||
    resourcePolicy?.id === id;
  if (!known) throw notFound("Target");
}
