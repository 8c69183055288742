import { matrix } from "./matrixRun.ts";

matrix(1, 2);
