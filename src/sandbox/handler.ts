import type { Sandbox } from "./sandbox.ts";
import type { WireRequest, WireResponse } from "./wire.ts";

/** What the AWS SDK for JavaScript asks of a `requestHandler`. */
export interface SandboxRequestHandler {
  readonly metadata: { readonly handlerProtocol: string };
  handle(request: WireRequest, options?: { readonly abortSignal?: unknown }): Promise<{ response: WireResponse }>;
  updateHttpClientConfig(): void;
  httpHandlerConfigs(): Record<string, never>;
  destroy(): void;
}

/** Plugs a sandbox into SDK clients in place of the network. */
export function requestHandler(sandbox: Sandbox): SandboxRequestHandler {
  return {
    metadata: { handlerProtocol: "h1" },
    handle: async (request, { abortSignal } = {}) => ({
      response: await sandbox.handle(request, abortSignal instanceof AbortSignal ? { abortSignal } : {}),
    }),
    updateHttpClientConfig: () => {},
    httpHandlerConfigs: () => ({}),
    destroy: () => {},
  };
}
