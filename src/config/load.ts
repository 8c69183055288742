import { dirname } from "node:path";
import { sections } from "../kinds/sections.ts";
import type { Config } from "../model/config.ts";
import { InvalidConfig } from "../model/errors.ts";
import type { Problem } from "../model/problem.ts";
import type { RuleContext } from "../model/section.ts";
import { reasonOf } from "../model/systemError.ts";
import { documentsIn } from "./documents.ts";
import { type ConfigFiles, type Files, limited } from "./files.ts";
import { readIncluded } from "./include.ts";
import { merge, type Whole } from "./merge.ts";
import { type Part, readPart } from "./part.ts";
import { isNews, problemAt, sorted } from "./problems.ts";
import { offlineRules, rules } from "./rules.ts";

export type { ConfigFiles } from "./files.ts";

/**
 * Reads org.yaml, the files that it includes and the policy files that they name, and checks all that can be checked
 * without AWS. Throws `InvalidConfig` with every problem found. `offline` says that nobody asks AWS afterwards.
 */
export async function loadConfig(
  file: string,
  port: ConfigFiles,
  { offline = false }: { readonly offline?: boolean } = {},
): Promise<Config> {
  const files = limited(port);
  const documents = documentsIn(dirname(file), files);
  const root = await readPart(file, await readText(file, files), documents);
  const included = await readIncluded(root, files, (name, text) => readPart(name, text, documents));
  const parts: readonly [Part, ...Part[]] = [root, ...included.parts];
  const whole = merge(parts);
  const config: Config = {
    file,
    sections: whole.sections,
    documents: parts.flatMap((part) => [...part.documents.values()]),
    at(path) {
      const home = whole.home(path);
      return home.part.at(home.path);
    },
    document(path) {
      const home = whole.home(path);
      const document = home.part.document(home.path);
      if (document === undefined) throw new Error(`no file is named at ${path.join(".")}`);
      return document;
    },
  };

  const problems = parts.flatMap((part) => part.problems);
  problems.push(...included.problems.filter(isNews(problems)));
  problems.push(...whole.problems.filter(isNews(problems)));
  // What a file says that could not be read, rules would miss.
  if (root.tree !== undefined && included.complete)
    problems.push(...ruleProblems(config, whole, offline).filter(isNews(problems)));
  if (problems.length > 0) throw new InvalidConfig(sorted(problems), new Map(parts.flatMap(({ texts }) => [...texts])));
  return config;
}

async function readText(file: string, files: Files): Promise<string> {
  try {
    return await files.read(file);
  } catch (error) {
    const hint = "orgsync init writes one, orgsync import writes it from what AWS has, and --file names another";
    const message = `cannot read the file: ${reasonOf(error)}`;
    throw new InvalidConfig([problemAt({ file, line: 1, column: 1 }, { code: "ORG0101", message, hint })]);
  }
}

/** What the rules find in the parts of the files that are well formed. */
function ruleProblems(config: Config, whole: Whole, offline: boolean): Problem[] {
  const problems: Problem[] = [];
  const context: RuleContext = {
    config,
    names: whole.names,
    report(report) {
      const { part, path } = whole.home(report.at);
      // Such an item of a list has been emptied.
      if (typeof path[1] === "number" && part.isBroken(path)) return;
      problems.push(problemAt(part.at(path, report.onKey), report));
    },
  };
  for (const rule of [...rules, ...sections.flatMap((section) => section.rules ?? [])]) rule(context);
  if (!offline) return problems;
  const certain = problems.splice(0);
  for (const rule of offlineRules) rule(context);
  return [...certain, ...problems.filter(isNews(certain))];
}
