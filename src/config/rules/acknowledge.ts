import { REASON_TO_GIVE } from "../../model/plan.ts";
import { acknowledgeSection } from "../../kinds/acknowledge.ts";
import { KINDS } from "../../kinds/index.ts";
import type { RuleContext } from "../../model/section.ts";
import { nearest } from "../nearest.ts";
import { quote } from "../problems.ts";
import { isDay, notADay } from "./days.ts";

/** An acknowledgement names changes that a plan can have, says why they are right, and ends on a day that there is. */
export function acknowledgementsMakeSense({ config, report }: RuleContext): void {
  for (const [index, { changes = [], reason, until }] of (acknowledgeSection.of(config) ?? []).entries()) {
    const at = ["acknowledge", index];
    if (reason !== undefined && !isReason(reason))
      report({
        code: "ORG0316",
        message: `${quote(reason)} is no reason`,
        at: [...at, "reason"],
        hint: "write why these changes are right this time: reviewers read it in the plan",
      });
    if (until !== undefined && !isDay(until)) report({ ...notADay(until), at: [...at, "until"] });
    changes.forEach((change, place) => {
      const [action = "", kindName = ""] = change.split(/[ :]/, 2);
      const kind = KINDS.find(({ name }) => name === kindName);
      const meant =
        kind === undefined
          ? nearest(
              kindName,
              KINDS.map(({ name }) => name),
            )
          : undefined;
      const verb = action === "delete" ? "remove" : (action as "create" | "update");
      if (kind?.[verb] !== undefined) return;
      report({
        code: "ORG0316",
        message:
          kind === undefined
            ? `${quote(change)} is of no kind that orgsync knows`
            : `no plan can ${action} ${kind.plural}`,
        at: [...at, "changes", place],
        ...(meant === undefined ? {} : { didYouMean: change.replace(kindName, meant) }),
        hint: "take the line from the entry that the refused plan prints",
      });
    });
  }
}

/** Whether somebody has written one: not what was printed to be replaced, in whatever case, and not only marks. */
function isReason(text: string): boolean {
  const words = (one: string): string =>
    one
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(" ") ?? "";
  return words(text) !== "" && words(text) !== words(REASON_TO_GIVE);
}
