import Type from "typebox";
import { RAILS, type RailName } from "../model/plan.ts";
import { defineSection } from "../model/section.ts";

const RAIL_NAMES = Object.keys(RAILS) as RailName[];
const ACKNOWLEDGEABLE = RAIL_NAMES.filter((name) => RAILS[name].acknowledgeable);

const entry = Type.Object(
  {
    rail: Type.Enum(ACKNOWLEDGEABLE, {
      title: "Rail",
      description: "The rail that refuses these changes, as the plan names it.",
      examples: ["max-removals"],
    }),
    changes: Type.Array(
      Type.String({
        title: "Change",
        description: "One change, as the plan names it.",
        pattern: "^(?:create|update|delete) [A-Za-z]+(?::.*)?$",
        patternErrorMessage: "A change looks like delete user:eve@acme.com",
        maxLength: 4096,
        examples: ["delete user:eve@acme.com"],
      }),
      {
        title: "Changes",
        description:
          "Exactly the changes that are meant: a refusal is covered when every one of its changes stands here.",
        minItems: 1,
        maxItems: 5000,
        examples: [["delete user:eve@acme.com", "delete user:kim@acme.com"]],
        defaultSnippets: [{ label: "changes", description: "One change", body: ["${1:delete user:eve@acme.com}"] }],
      },
    ),
    reason: Type.String({
      title: "Reason",
      description: "Why it is right this time: shown in the plan.",
      minLength: 1,
      maxLength: 500,
      examples: ["They left in November, OPS-1234"],
    }),
    until: Type.String({
      title: "Last day",
      description: "The last day on which this holds, until 24:00 UTC: at most 30 days ahead.",
      pattern: "^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$",
      patternErrorMessage: "A day looks like 2026-12-31",
      examples: ["2026-12-31"],
    }),
  },
  {
    title: "Acknowledgement",
    description: "Changes that a rail refuses, and that are meant.",
    additionalProperties: false,
    examples: [
      {
        rail: "max-removals",
        changes: ["delete user:eve@acme.com", "delete user:kim@acme.com"],
        reason: "They left in November, OPS-1234",
        until: "2026-12-31",
      },
    ],
    defaultSnippets: [
      {
        label: "acknowledgement",
        description: "Changes that a rail refuses",
        body: {
          rail: "${1:max-removals}",
          changes: ["${2:delete user:eve@acme.com}"],
          reason: "${3:They left in November}",
          until: "${4:2026-12-31}",
        },
      },
    ],
  },
);

const schema = Type.Array(entry, {
  title: "Acknowledge",
  description:
    "Changes that a rail refuses and that are meant, each with a reason and a last day. A plan that is refused prints the entry to paste. There is no other way around a rail.",
  maxItems: 1000,
  examples: [
    [
      {
        rail: "max-removals",
        changes: ["delete user:eve@acme.com", "delete user:kim@acme.com"],
        reason: "They left in November, OPS-1234",
        until: "2026-12-31",
      },
    ],
  ],
});

export const acknowledgeSection = defineSection("acknowledge", schema);
