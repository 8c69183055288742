/** In a module of its own, to be loaded late: of a CommonJS package, the bundle's `import()` would have only a default. */
export { pino } from "pino";
