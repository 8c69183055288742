/** The organization's root, as `ou:` and `targets:` name it. In a module that imports nothing: kinds are built from it. */
export const ROOT = "root";
