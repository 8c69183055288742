import { InvalidConfig } from "../../model/errors.ts";
import { type Check, failed, ok, skipped } from "../check.ts";
import type { Context } from "../context.ts";

export const orgFile: Check = {
  name: "org-file",
  title: "org.yaml is valid",
  why: "nothing is planned or applied while it is not, and other checks do not know what you want",
  async run(context) {
    const { file, names } = context;
    try {
      return (await context.config()) === undefined ? noFile(context) : ok(`${names.name(file)} is valid`);
    } catch (error) {
      if (!(error instanceof InvalidConfig)) throw error;
      const [first] = error.problems;
      const others = error.problems.length - 1;
      const place = first === undefined ? names.name(file) : `${names.name(first.source.file)}:${first.source.line}`;
      const what = first === undefined || names.areHidden ? error.code : first.message;
      return failed({
        what: `${place} ${what}${others > 0 ? `, and ${others} more` : ""}`,
        fix: "see all that is wrong, with the lines",
        copy: `orgsync validate${fileFlag(context)}`,
      });
    }
  },
};

/** A folder without one is an application's, perhaps, with settings of its own to look at. */
export const noFile = ({ file, names }: Context) => skipped(`there is no ${names.name(file)} here`);

const fileFlag = ({ file, names }: Context): string => (file === "org.yaml" ? "" : ` --file ${names.name(file)}`);

const MODELINE = /^\s*#\s*(?:yaml-language-server:\s*\$schema=|\$schema:\s*)(\S+)/m;

export const editorSchema: Check = {
  name: "editor-schema",
  title: "org.yaml tells editors its schema",
  why: "editors then complete keys, explain them, and underline mistakes while you type",
  async run(context) {
    const { file, names, read, schema } = context;
    const text = await read(file);
    if (text === undefined) return noFile(context);
    const found = MODELINE.exec(text)?.[1];
    if (found === undefined)
      return failed({
        what: `no line of ${names.name(file)} says where its schema is`,
        fix: "write as its first line",
        copy: `# yaml-language-server: $schema=${schema}`,
      });
    if (found.startsWith("https://")) return ok("it names a schema on the web");
    const folder = file.slice(0, file.lastIndexOf("/") + 1);
    if ((await read(/^[~/]/.test(found) ? found : folder + found)) !== undefined)
      return ok("it names a schema that is there");
    return failed({
      what: `${names.name(file)} names a schema that is not there: ${names.name(found)}`,
      fix: "install orgsync in this folder, or correct the path",
      copy: "npm install --save-dev github:orgsync/orgsync",
    });
  },
};
