import Type, { type Static } from "typebox";
import { defineSection } from "../model/section.ts";

const files = Type.String({
  title: "File pattern",
  description:
    "The name of a file, relative to org.yaml, with / between folders. In names * stands for any text, but for a dot at the beginning.",
  minLength: 1,
  maxLength: 512,
  pattern: "^(?![A-Za-z]:)(?!.*[*][*])(?!(?:.*/)?[.][.](?:/|$))[^/\\\\]+(?:/[^/\\\\]+)*$",
  patternErrorMessage: "A pattern is a relative path such as people/*.yaml, without .. and **",
  examples: ["people/*.yaml", "teams.yaml"],
});

const owned = Type.Object(
  {
    files,
    sections: Type.Array(
      Type.String({
        title: "Section",
        description: "A top-level key, such as users.",
        minLength: 1,
        maxLength: 64,
        examples: ["users"],
      }),
      {
        title: "Sections",
        description: "The only sections that these files may have.",
        minItems: 1,
        maxItems: 50,
        examples: [["users", "groups"]],
        defaultSnippets: [{ label: "sections", description: "Users and groups", body: ["users", "groups"] }],
      },
    ),
  },
  {
    title: "Files with some sections",
    description: "Files that may have only the sections named here, so that a team owns these and nothing else.",
    additionalProperties: false,
    examples: [{ files: "people/*.yaml", sections: ["users", "groups"] }],
    defaultSnippets: [
      {
        label: "files and sections",
        description: "Files that may have only some sections",
        body: { files: "${1:people/*.yaml}", sections: ["${2:users}", "${3:groups}"] },
      },
    ],
  },
);

const schema = Type.Array(
  Type.Union([files, owned], {
    title: "Included files",
    description: "A pattern, or a pattern with the sections that the files may have.",
    examples: ["people/*.yaml", { files: "people/*.yaml", sections: ["users", "groups"] }],
  }),
  {
    title: "Include",
    description:
      "Further files of the same form, so that teams own their part by way of CODEOWNERS. Their sections are merged with those of org.yaml: nothing may stand twice. A file that several patterns match is taken once, by the first.",
    minItems: 1,
    maxItems: 1000,
    examples: [["people/*.yaml", "teams.yaml"], [{ files: "people/*.yaml", sections: ["users", "groups"] }]],
    defaultSnippets: [{ label: "include", description: "All files of a folder", body: ["${1:people/*.yaml}"] }],
  },
);

export type IncludeEntry = Static<typeof schema>[number];
export const includeSection = defineSection("include", schema);
