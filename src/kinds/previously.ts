import Type from "typebox";

const oldKey = Type.String({
  title: "Old key",
  description: "A key that this entry had before.",
  minLength: 1,
  maxLength: 700,
});

/** The old key or keys of an entry. */
export const previously = Type.Union(
  [
    oldKey,
    Type.Array(oldKey, {
      title: "Old keys",
      description: "Every key that this entry had before.",
      minItems: 1,
      maxItems: 20,
    }),
  ],
  {
    title: "Previously",
    description:
      "The key that this entry had before, or a list of such keys. A changed key is then a rename where AWS can rename; elsewhere the new thing is made and used before the old one goes. Take it out once that is applied.",
    examples: ["old-name", ["old-name", "older-name"]],
  },
);
