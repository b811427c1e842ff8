// Laying a card on the simulated reader of a city's kiosk, as `admin card` does.
import { join } from 'node:path';
import type { IdentityCard } from '../../domain/identity-card/card.ts';
import { writeTextBlock } from '../../domain/identity-card/text-block.ts';
import { lay, take } from '../../main/devices/card-reader/laid-card.ts';

/** The configuration of a simulated reader. */
export const SIMULATED = { kind: 'simulator', folder: 'card-reader' } as const;

export async function layCard({ folder }: { folder: string }, card: IdentityCard): Promise<void> {
  const block = writeTextBlock(card);
  if (!block.ok) throw new Error(`a card has no room for its ${block.error}`);
  await lay(join(folder, 'kiosk', SIMULATED.folder), block.value);
}

export function takeCard({ folder }: { folder: string }): Promise<void> {
  return take(join(folder, 'kiosk', SIMULATED.folder));
}
