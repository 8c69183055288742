import type { AccessChange, AccessEffect } from "../../model/plan.ts";
import { dangerOf, isMore, managementFirst } from "../reach.ts";
import { listIn, placeIn, table, textIn, type View } from "./blocks.ts";

const EFFECTS: Record<AccessEffect, string> = {
  gains: "\u2795 gains",
  loses: "\u2796 loses",
  widens: "\ud83d\udd3c can do more",
  narrows: "\ud83d\udd3d can do less",
  changes: "\ud83d\udd00 can do other things",
  keeps: "\u25ab keeps",
};

/** Who reaches what after a plan that they do not before it, and the other way round. */
export const accessTable = (access: readonly AccessChange[], view: View): string =>
  table(
    ["", "Who", "With", "Where", "Why"],
    access.map((row) => () => [effect(row), who(row, view), what(row, view), where(row, view), why(row, view)]),
    view,
  );

const effect = (row: AccessChange): string =>
  isMore(row) && dangerOf(row) !== undefined ? `\ud83d\udd34 **${row.effect}**` : EFFECTS[row.effect];

const who = (row: AccessChange, view: View): string =>
  listIn(row.who, ({ name, group }) => (group ? `the group ${textIn(name, view)}` : textIn(name, view)), view);

function what({ permissionSet, administrator }: AccessChange, view: View): string {
  if (!administrator) return textIn(permissionSet, view);
  return `<b>${textIn(permissionSet, view)}</b>${permissionSet === "AdministratorAccess" ? "" : " (administrator)"}`;
}

const where = ({ accounts }: AccessChange, view: View): string =>
  listIn(
    managementFirst(accounts),
    ({ name, management }) => (management ? `<b>${textIn(name, view)}</b> (management account)` : textIn(name, view)),
    view,
  );

const why = ({ group, remark, source }: AccessChange, view: View): string =>
  [
    group === undefined ? "" : `via ${textIn(group, view)}`,
    remark === undefined ? "" : textIn(remark, view),
    placeIn(source, view),
  ]
    .filter((part) => part !== "")
    .join(" \u00b7 ");
