// One kiosk's sequences while a group is taken: which are held, and how far without a gap.
import type { Kiosk } from '../store/kiosks.ts';
import type { Stores } from '../store/store.ts';

export interface KioskRun {
  readonly kiosk: Kiosk;
  /** Every sequence up to here is held. */
  readonly gapFreeUpTo: number;
  isTaken(sequence: number): boolean;
  /** Counts a sequence as held from now on. */
  take(sequence: number): Promise<void>;
  /** Writes down how far it came. */
  keep(): Promise<void>;
}

/** Holds the kiosk's row until the end of the transaction. `asked`: the sequences that may be taken. */
export async function holdRun(
  { kiosks, submissions }: Pick<Stores, 'kiosks' | 'submissions'>,
  kiosk: Kiosk,
  asked: number[],
  at: string,
): Promise<KioskRun> {
  const { division, id } = kiosk;
  const before = await kiosks.holdGapFreeUpTo(kiosk, at);
  const taken = new Set(await submissions.takenAmong(division, id, asked));
  let end = before;
  // Where the next island of held sequences begins: while the run does not reach it, nobody need be asked again.
  let island = asked.length === 0 ? null : await submissions.nextAfter(division, id, end);

  return {
    kiosk,
    get gapFreeUpTo() {
      return end;
    },
    isTaken: (sequence) => taken.has(sequence),
    async take(sequence) {
      taken.add(sequence);
      for (;;) {
        if (taken.has(end + 1)) end += 1;
        else if (island === end + 1) end = await submissions.endOfRun(division, id, island);
        else return;
        if (island !== null && island <= end) island = await submissions.nextAfter(division, id, end);
      }
    },
    async keep() {
      if (end > before) await kiosks.setGapFreeUpTo(kiosk, end);
    },
  };
}
