// The Ministry's module, simulated to the byte: what it answers to each frame while such a card lies on it. A card that was
// read is not found again until it was lifted, as with the real one.
import { COMMANDS, STATUS, type Command } from './commands.ts';
import { frame } from './frames.ts';

export interface SimulatedModuleParts {
  /** The text block of the card that lies there now; null: none does. */
  lying(): Promise<Uint8Array | null>;
}

export interface SimulatedModule {
  /** The frame that answers a request's content. */
  answer(content: Uint8Array): Promise<Buffer>;
  /** It heard a frame whose check was wrong. */
  complain(): Buffer;
}

const PHOTO_BYTES = 1024;
const INDEX_NUMBER_BYTES = 4;
const SERIAL_BYTES = 8;

/** How far it is with the card: found, selected, read; and which card that was. */
interface Progress {
  step: 'none' | 'found' | 'selected' | 'read';
  card: Buffer | null;
}

const NOTHING: Progress = { step: 'none', card: null };

export function createSimulatedModule({ lying }: SimulatedModuleParts): SimulatedModule {
  let progress = NOTHING;

  /** The card that lies there; progress with another one is lost. */
  async function look(): Promise<Buffer | null> {
    const block = await lying();
    const card = block === null ? null : Buffer.from(block);
    const isSame = card !== null && progress.card !== null && card.equals(progress.card);
    if (!isSame) progress = NOTHING;
    return card;
  }

  const deeds: Record<Command, (card: Buffer | null) => Buffer> = {
    reset() {
      progress = NOTHING;
      return said(STATUS.done);
    },
    status: () => said(STATUS.done),
    find(card) {
      if (card === null || progress.step !== 'none') return said(STATUS.notFound);
      progress = { step: 'found', card };
      return said(STATUS.found, Buffer.alloc(INDEX_NUMBER_BYTES));
    },
    select(card) {
      if (card === null || progress.step !== 'found') return said(STATUS.notSelected);
      progress = { step: 'selected', card };
      return said(STATUS.done, Buffer.alloc(SERIAL_BYTES));
    },
    read(card) {
      if (card === null || progress.step === 'none' || progress.step === 'found')
        return said(STATUS.readFailed);
      progress = { step: 'read', card };
      return said(STATUS.done, parts(card, Buffer.alloc(PHOTO_BYTES)));
    },
    'read-more': (card) =>
      said(card === null || progress.step !== 'read' ? STATUS.readFailed : STATUS.noSuchPart),
  };

  return {
    async answer(content) {
      const command = commandIn(content);
      return command === null ? said(STATUS.commandWrong) : deeds[command](await look());
    },
    complain: () => said(STATUS.checkWrong),
  };
}

function commandIn([command, parameter]: Uint8Array): Command | null {
  const names: Command[] = ['reset', 'status', 'find', 'select', 'read', 'read-more'];
  return names.find((name) => COMMANDS[name][0] === command && COMMANDS[name][1] === parameter) ?? null;
}

function said(status: number, data: Buffer = Buffer.alloc(0)): Buffer {
  return frame(Buffer.concat([Buffer.from([0, 0, status]), data]));
}

/** Two lengths, then what they are the lengths of. */
function parts(text: Buffer, photo: Buffer): Buffer {
  const lengths = Buffer.alloc(4);
  lengths.writeUInt16BE(text.length, 0);
  lengths.writeUInt16BE(photo.length, 2);
  return Buffer.concat([lengths, text, photo]);
}
