import {
  accountAddress,
  accountsOf,
  assignmentsOf,
  groupAddress,
  permissionSetAddress,
  unitNamedFor,
  userAddress,
} from "../kinds/views.ts";
import type { Config } from "../model/config.ts";
import type { Reach, ReachWay } from "../model/reach.ts";
import { type AccessView, labelIn, type Subject, type Way } from "./access.ts";

/** What is asked for; keys, as in addresses. */
export interface Question {
  readonly subject?: Subject;
  readonly account?: string;
  readonly permissionSet?: string;
}

/** Every answer to who reaches what, and by which ways, before and after the next apply. Pure. */
export function reachOf(config: Config, before: AccessView, after: AccessView, question: Question): Reach[] {
  const cells = new Map<string, { subject: Subject; permissionSet: string; account: string }>();
  const add = (subject: Subject, permissionSet: string, account: string): void => {
    if (question.account !== undefined && question.account !== account) return;
    if (question.permissionSet !== undefined && question.permissionSet !== permissionSet) return;
    cells.set(JSON.stringify([account, permissionSet, subject.type, subject.key]), { subject, permissionSet, account });
  };
  for (const view of [before, after])
    if (question.subject === undefined)
      for (const { spec } of assignmentsOf(view.snapshot))
        for (const subject of view.subjectsOf(spec.principalType, spec.principal))
          add(subject, spec.permissionSet, spec.account);
    else
      for (const { permissionSet, account } of view.reached(question.subject))
        add(question.subject, permissionSet, account);
  const order = new Map(accountsOf(after.snapshot).map(({ key }, index) => [key, index]));
  return [...cells.values()]
    .toSorted(
      (left, right) =>
        (order.get(left.account) ?? order.size) - (order.get(right.account) ?? order.size) ||
        byText(left.permissionSet, right.permissionSet) ||
        byText(left.subject.key, right.subject.key),
    )
    .map(({ subject, permissionSet, account }): Reach => {
      const snapshots = [after.snapshot, before.snapshot];
      const set = snapshots.flatMap((snapshot) => snapshot.get(permissionSetAddress(permissionSet)) ?? [])[0];
      const there = snapshots.flatMap((snapshot) => snapshot.get(accountAddress(account)) ?? [])[0];
      const duration = set?.spec["sessionDuration"];
      return {
        who: labelIn(
          snapshots,
          subject.type === "user" ? userAddress(subject.key) : groupAddress(subject.key),
          subject.key,
        ),
        isGroup: subject.type === "group",
        permissionSet: labelIn(snapshots, permissionSetAddress(permissionSet), permissionSet),
        account: labelIn(snapshots, accountAddress(account), account),
        management: there?.spec["management"] === true,
        administrator: [before, after].some(({ administratorSets }) => administratorSets.includes(permissionSet)),
        ...(typeof duration === "string" ? { sessionDuration: duration } : {}),
        ways: waysOf(
          before.ways(subject, permissionSet, account),
          after.ways(subject, permissionSet, account),
          ({ source }) => (source === undefined ? undefined : unitNamedFor(config, after.snapshot, source, account)),
        ),
      };
    });
}

function waysOf(before: readonly Way[], after: readonly Way[], unitOf: (way: Way) => string | undefined): ReachWay[] {
  const had = new Set(before.map(({ group }) => group));
  const has = new Set(after.map(({ group }) => group));
  return [
    ...after.map((way): ReachWay => {
      const ou = unitOf(way);
      return { ...way, ...(ou === undefined ? {} : { ou }), when: had.has(way.group) ? "now" : "next" };
    }),
    ...before.filter(({ group }) => !has.has(group)).map((way): ReachWay => ({ ...way, when: "until-next" })),
  ];
}

function byText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
