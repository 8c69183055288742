import Type from "typebox";

const oldKey = Type.String({
  title: "Old key",
  description: "A key that this entry had before.",
  minLength: 1,
  maxLength: 700,
});

/** The old key or keys of an entry: turns a new key into a rename, where AWS can rename. */
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
      "The key that this entry had before, or a list of such keys. Makes a changed key a rename instead of a delete and a create. Take it out once the rename is applied.",
    examples: ["Workloads/Development", ["Workloads/Development", "Dev"]],
  },
);
