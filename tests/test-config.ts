import { DEFAULT_CONFIG, type KioskConfig } from '../main/config.ts';

/** Nothing waits for chance, and little space is asked for. */
export const TEST_CONFIG: KioskConfig = {
  ...DEFAULT_CONFIG,
  sync: { checkEverySeconds: 1, spreadSeconds: 0, timeoutSeconds: 3, documentKilobytesPerSecond: 0 },
  storage: { minFreeMegabytes: 1, reserveMegabytes: 1 },
};
