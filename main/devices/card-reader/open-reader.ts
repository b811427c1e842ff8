// The card reader that the configuration names.
import { isAbsolute, join } from 'node:path';
import type { Timers } from '../../../lib/clock.ts';
import type { Carrier } from '../../printing/escpos/line.ts';
import { tcpCarrier } from '../../printing/escpos/tcp-carrier.ts';
import type { CardReader } from './card-reader.ts';
import { lyingIn } from './laid-card.ts';
import type { CardReaderConfig } from './reader-config.ts';
import { createSamReader } from './sam-reader.ts';
import { serialCarrier } from './serial-carrier.ts';
import { createSimulatedModule } from './simulated-module.ts';
import { startSimulator, type Simulator } from './simulator.ts';

export interface OpenReader extends CardReader {
  stop(): Promise<void>;
}

export interface AroundReader {
  folder: string;
  timers: Timers;
}

const BAUD = 115200;

/** null: none is configured. */
export function openReader(config: CardReaderConfig, { folder, timers }: AroundReader): OpenReader | null {
  if (config.kind === 'none') return null;
  if (config.kind === 'simulator') return simulated(simulatorFolder(config, folder), timers);
  const carrier = serialCarrier(config.device, config.baud ?? BAUD, timers);
  return { ...createSamReader({ carrier, timers }), stop: async () => {} };
}

/** Where the card of a simulated reader is laid. */
export function simulatorFolder({ folder }: { folder: string }, dataFolder: string): string {
  return isAbsolute(folder) ? folder : join(dataFolder, folder);
}

/** The simulator comes up when somebody first looks for a card. */
function simulated(folder: string, timers: Timers): OpenReader {
  let simulator: Promise<Simulator> | null = null;
  const carrier: Carrier = {
    async open() {
      simulator ??= startSimulator(createSimulatedModule({ lying: () => lyingIn(folder) }));
      return tcpCarrier('127.0.0.1', (await simulator).port, timers).open();
    },
  };
  return {
    ...createSamReader({ carrier, timers }),
    stop: async () => void (await (await simulator)?.stop()),
  };
}
