import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";

/** Writes the types of the public API into one file that stands for itself: no import, nothing of the rest of orgsync. */
export function writeDeclaration(root: string, file: string): void {
  const folder = mkdtempSync(join(dirname(file), "types-"));
  try {
    const tsc = ["--no-install", "tsc", "-p", "tsconfig.types.json", "--outDir", folder];
    if (spawnSync("npx", tsc, { cwd: root, stdio: "inherit" }).status !== 0)
      throw new Error("the types do not compile");
    const config = ExtractorConfig.prepare({
      configObject: {
        projectFolder: root,
        mainEntryPointFilePath: join(folder, "index.d.ts"),
        compiler: { overrideTsconfig: { compilerOptions: OPTIONS, files: [join(folder, "index.d.ts")] } },
        apiReport: { enabled: false },
        docModel: { enabled: false },
        tsdocMetadata: { enabled: false },
        dtsRollup: { enabled: true, untrimmedFilePath: file },
        newlineKind: "lf",
      },
      configObjectFullPath: undefined,
      packageJsonFullPath: join(root, "package.json"),
    });
    const { succeeded } = Extractor.invoke(config, {
      localBuild: true,
      messageCallback: (message) => {
        // Our comments are markdown, not TSDoc, and nothing is alpha or beta.
        if (message.logLevel !== ExtractorLogLevel.Error) message.handled = true;
      },
    });
    if (!succeeded) throw new Error("the types cannot be joined into one file");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const named = /^import .*$|import\("[^"]*"\)/m.exec(readFileSync(file, "utf8"));
  if (named !== null) throw new Error(`the public API's types name what is not published: ${named[0]}`);
}

const OPTIONS = {
  target: "es2023",
  lib: ["es2023"],
  module: "nodenext",
  moduleResolution: "nodenext",
  types: ["node"],
  strict: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  noEmit: true,
};
