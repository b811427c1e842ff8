// What crosses the context bridge is copied: objects lose their prototypes, functions become proxies, promises are new,
// and what cannot be copied is an error. See the table in Electron's contextBridge documentation.

/** The value as the other side gets it. */
export function overTheBridge(value: unknown): unknown {
  if (typeof value === 'function')
    return (...args: unknown[]) =>
      overTheBridge((value as (...args: unknown[]) => unknown)(...args.map(overTheBridge)));
  if (value instanceof Promise)
    return value.then(overTheBridge, (error: Error) => {
      throw new Error(error.message);
    });
  if (Array.isArray(value)) return value.map(overTheBridge);
  if (typeof value !== 'object' || value === null) return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return structuredClone(value);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, overTheBridge(inner)]));
}
