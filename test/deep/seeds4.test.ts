import { seeds } from "./seeds.ts";

seeds(4, 4);
