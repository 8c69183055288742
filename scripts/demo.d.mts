export declare const SANDBOX: string;
export declare const DEMO: readonly (readonly string[])[];
export declare function typed(words: readonly string[]): string;
