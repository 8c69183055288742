import { matrix } from "./matrixRun.ts";

matrix(2, 2);
