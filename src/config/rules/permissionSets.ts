import { permissionSetsSection } from "../../kinds/permissionSet.ts";
import type { RuleContext } from "../../model/section.ts";
import { quote } from "../problems.ts";

const MAX_POLICIES = 25;
const MAX_INLINE = 10_240;
/** With the white space that stands in texts. */
const MAX_INLINE_WHOLE = 32_768;

const sets = ({ config }: RuleContext) => Object.entries(permissionSetsSection.of(config) ?? {});

/** AWS counts its own policies and yours together. */
export function policiesFit(context: RuleContext): void {
  for (const [key, { managedPolicies = [], customerManagedPolicies = [] }] of sets(context)) {
    const count = managedPolicies.length + customerManagedPolicies.length;
    const longest = Math.max(managedPolicies.length, customerManagedPolicies.length);
    if (count <= MAX_POLICIES || longest > MAX_POLICIES) continue;
    context.report({
      code: "ORG0308",
      message: `${quote(key)} has ${count} policies: ${managedPolicies.length} of AWS and ${customerManagedPolicies.length} of your own`,
      at: ["permissionSets", key, "customerManagedPolicies"],
      onKey: true,
      hint: `AWS allows ${MAX_POLICIES} together`,
    });
  }
}

/** AWS counts the bytes of an inline policy, without white space and with it. */
export function inlinePoliciesFit(context: RuleContext): void {
  for (const [key, { inlinePolicy }] of sets(context)) {
    if (!inlinePolicy) continue;
    const { file, content } = inlinePolicy;
    const path = ["permissionSets", key, "inlinePolicy", file === undefined ? "content" : "file"];
    const document = file === undefined ? content : context.config.document(path);
    const sent = JSON.stringify(document);
    const length = Buffer.byteLength(sent.replace(/\s/g, ""));
    const whole = Buffer.byteLength(sent);
    if (length <= MAX_INLINE && whole <= MAX_INLINE_WHOLE) continue;
    const long = length > MAX_INLINE;
    context.report({
      code: "ORG0308",
      message: `the inline policy of ${quote(key)} has ${long ? length : whole} bytes`,
      at: path,
      hint: `AWS allows ${long ? `${MAX_INLINE}, not counting white space` : `${MAX_INLINE_WHOLE} with white space`}; move statements into a policy of your own`,
    });
  }
}
