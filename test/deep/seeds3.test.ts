import { seeds } from "./seeds.ts";

seeds(3, 4);
