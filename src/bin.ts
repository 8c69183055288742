#!/usr/bin/env node
import { main } from "./cli/main.ts";
import { processIo } from "./cli/io.ts";

// The SDK's reminder that Node 20 is near its end would stand in every output; the README says which versions work.
process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
process.exitCode = await main(processIo());
