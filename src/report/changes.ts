import type { Change, FieldChange } from "../model/plan.ts";
import type { Source } from "../model/resource.ts";
import { visible } from "./escape.ts";
import { valueText } from "./value.ts";

/** In the labels of memberships and assignments: `admins → AdministratorAccess → acme-dev`. */
export const ARROW = " \u2192 ";

/** One change, or several that do the same to the same, written in one place of the file, but for their last name. */
export interface Row {
  /** The first of them, which speaks for all in everything but its label. */
  readonly change: Change;
  /** At least one. */
  readonly labels: readonly string[];
  /** What an update changes; of a new thing what its label and its kind do not say already; and what org.yaml remarks. */
  readonly fields: readonly FieldChange[];
}

/** The rows in which the changes of one kind are shown. */
export function rowsOf(changes: readonly Change[]): Row[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const alone = change.action === "update" || !change.label.includes(ARROW);
    const place = placeOf(change);
    const key = alone
      ? change.address
      : JSON.stringify([
          change.action,
          change.waits,
          becauseText(change),
          [place?.file, place?.line],
          shownFields(change),
          butLast(change.address),
        ]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [change]);
    else group.push(change);
  }
  return [...groups.values()].map((group) => {
    const [change] = group as [Change];
    return { change, labels: group.map(({ label }) => label), fields: shownFields(change) };
  });
}

/** A colon within a part of an address is written otherwise. */
const butLast = (address: string): string => address.slice(0, address.lastIndexOf(":"));

/** `developers → Build → acme-dev, acme-staging`: so many last names, and how many more. */
export const labelText = (labels: readonly string[], most = Number.POSITIVE_INFINITY): string =>
  listText(labels, most, (label, index) =>
    visible(index === 0 ? label : label.slice(label.lastIndexOf(ARROW) + ARROW.length)),
  );

/** So many of the items, and how many more there are. */
export function listText<T>(items: readonly T[], most: number, write: (item: T, index: number) => string): string {
  const rest = items.length - most;
  const shown = items.slice(0, most).map(write).join(", ");
  return rest <= 0 ? shown : `${shown} and ${rest.toLocaleString("en-US")} more`;
}

/** AWS keeps what is closed. */
export const isClosing = ({ action, reason }: Pick<Change, "action" | "reason">): boolean =>
  action === "delete" && reason === "closed";

/** Why something goes, and whose doing the difference is, beside the place that `placeOf` says; both may say nothing. */
export function becauseText(change: Change): string {
  return [originText(change), goneText(change)].filter((text) => text !== "").join(" \u00b7 ");
}

/** Where the file says it, or what it still says of something that goes. */
export const placeOf = (change: Change): Source | undefined =>
  goneText(change) === NOT_LISTED ? undefined : change.source;

const NOT_LISTED = "not in org.yaml";

function goneText({ action, reason, replacedBy }: Change): string {
  if (action !== "delete") return "";
  switch (reason) {
    case "closed":
      return "closed: true";
    case "replaced":
      // An address without its kind, as the file writes it.
      return `replaced by ${visible(nameIn(replacedBy))}`;
    case "not-in-file":
      return NOT_LISTED;
    default:
      // "expired", or what a plan of a newer version knows.
      return visible(reason);
  }
}

const EDITED: Record<Change["action"], string> = { create: "deleted", update: "changed", delete: "made" };

/** What a difference is when nobody is about to undo it. */
export const DRIFTED: Record<Change["action"], string> = {
  create: "missing in AWS",
  update: "not as org.yaml says",
  delete: "only in AWS",
};

/** Nothing where this change of the file is behind it, as one expects, or nobody knows. */
function originText({ action, origin }: Change): string {
  switch (origin) {
    case "aws":
      return `drift: ${EDITED[action]} in AWS`;
    case "both":
      return `drift: also ${EDITED[action]} in AWS`;
    case "unmanaged":
      return "not managed before";
    default:
      return "";
  }
}

/** What stands in an address behind its kind. */
const nameIn = (address = ""): string =>
  address
    .slice(address.indexOf(":") + 1)
    .replaceAll("%3A", ":")
    .replaceAll("%25", "%");

/** What nobody waits for, because this caller will never be able to make it, says so itself. */
export const waitText = (waits: string): string => visible(waits.startsWith("cannot ") ? waits : `waits: ${waits}`);

function shownFields(change: Change): readonly FieldChange[] {
  const { action, fields, remarks = {} } = change;
  const remarked = Object.entries(remarks).map(([field, after]) => ({ field, before: undefined, after }));
  if (action === "update") return [...fields, ...remarked];
  return [...fields.filter((field) => !isNothing(field.after) && !isSaid(field, change)), ...remarked];
}

function isSaid({ field, after }: FieldChange, { kind, label, after: spec }: Change): boolean {
  // The label of what stands between two things has all of their names.
  if (typeof after === "string" && label.includes(ARROW) && label.split(ARROW).includes(after)) return true;
  switch (field) {
    case "principalType":
      return true;
    case "name":
      return after === label || (kind === "organizationalUnit" && label.endsWith(`/${valueText(after)}`));
    case "userName":
    case "email":
      return after === label;
    case "displayName":
      return after === `${valueText(spec?.["givenName"])} ${valueText(spec?.["familyName"])}`;
    case "ou":
      return after === "root";
    case "type":
      return kind === "alternateContact";
    case "account":
      return kind === "invitation";
    default:
      return field === "featureSet" || field === "management";
  }
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === "object" && Object.keys(value).length === 0);
}
