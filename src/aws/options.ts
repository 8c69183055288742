import type { Clock } from "../model/clock.ts";

export interface ConnectOptions {
  readonly clock: Clock;
  readonly random: () => number;
  readonly region: string;
  /** Whether writes may be sent at all; without it the client itself refuses everything but the table's reads. */
  readonly writes: boolean;
  /** Replaces the network: the sandbox, or a test. */
  readonly requestHandler?: object;
  /** Instead of the SDK's default chain. */
  readonly credentials?: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
  /** Gives up what does not answer within seconds, instead of sending it again: somebody wants to know that it does not. */
  readonly impatient?: boolean;
  /** Once aborted, nothing more is sent and nothing more is waited for; an answer that is on its way still arrives. */
  readonly signal?: AbortSignal;
  readonly observe?: (call: { readonly operation: string; readonly attempt: number }) => void;
}
