// Electron's channel between a page and the program: every message is copied on its way.
import type { ShellIpc, ShellIpcEvent } from '../../../main/hosts/electron/api.ts';

export interface FakeIpc extends ShellIpc {
  /** A message from a page, or from something that pretends to be one. */
  invoke(channel: string, event: ShellIpcEvent, args: unknown[]): Promise<unknown>;
  /** The channels somebody listens on. */
  channels(): string[];
}

export function fakeIpc(): FakeIpc {
  const handlers = new Map<string, Parameters<ShellIpc['handle']>[1]>();
  return {
    handle(channel, listener) {
      if (handlers.has(channel)) throw new Error(`a second handler for '${channel}'`);
      handlers.set(channel, listener);
    },
    removeHandler: (channel) => void handlers.delete(channel),
    async invoke(channel, event, args) {
      const copied = structuredClone(args);
      const handler = handlers.get(channel);
      if (handler === undefined) throw new Error(`Error invoking remote method '${channel}'`);
      return structuredClone(await handler(event, ...copied));
    },
    channels: () => [...handlers.keys()],
  };
}
