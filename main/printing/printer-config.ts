// What kiosk.config.json says of the printer. A later kind is one more member; none of these changes its meaning.
import { Type, type Static, type TProperties } from 'typebox';
import { Paper, RollPaper, type Paper as PaperKind } from './paper.ts';

function kind<K extends string, P extends TProperties>(name: K, properties: P) {
  return Type.Object({ kind: Type.Literal(name), ...properties }, { additionalProperties: false });
}

const folder = Type.String({ minLength: 1, maxLength: 400, description: 'Relative to the data folder' });
const paper = { ...Paper, description: 'What is in the printer; rolls with 8 dots a millimetre' };
const roll = { ...RollPaper, description: 'Width of the roll; 8 dots a millimetre' };

/** What every printer that is told where each dot goes has in common. */
const receiptPrinter = {
  paper: roll,
  hasCutter: Type.Optional(
    Type.Boolean({ default: true, description: 'false: paper is torn off, and fed out further' }),
  ),
  tellsState: Type.Optional(
    Type.Boolean({
      default: true,
      description: 'false: the printer or its cable answers nothing, so its state stays unknown',
    }),
  ),
};

const ippAddress = Type.String({
  maxLength: 1000,
  pattern: '^ipps?://[^/@]+/',
  description: 'the address of a printer or a queue, like "ipp://printer.example:631/ipp/print"',
});
const systemName = Type.String({
  minLength: 1,
  maxLength: 400,
  description: 'The name the operating system knows it by. Only in the Electron host',
});

export const PrinterConfig = Type.Union(
  [
    kind('file', { folder, paper }),
    // How it was written before there was other paper than rolls.
    kind('file', {
      folder,
      widthDots: { ...Type.Union([Type.Literal(576), Type.Literal(384)]), deprecated: true },
    }),
    kind('none', {}),
    kind('escpos-tcp', {
      host: Type.String({
        minLength: 1,
        maxLength: 253,
        pattern: '^[0-9A-Za-z._:-]+$',
        description: 'a host name or an address',
      }),
      port: Type.Optional(Type.Integer({ minimum: 1, maximum: 65535, default: 9100 })),
      ...receiptPrinter,
    }),
    kind('escpos-device', {
      device: Type.String({
        minLength: 1,
        maxLength: 400,
        pattern: '^/',
        description: 'the path of a device, like "/dev/usb/lp0"',
      }),
      ...receiptPrinter,
    }),
    kind('ipp', { url: ippAddress, paper }),
    kind('shell', { printer: systemName, paper }),
  ],
  { description: 'One printer; `npm run admin -- printers test` prints on it' },
);
export type PrinterConfig = Static<typeof PrinterConfig>;

/** The printer of full copies. None of its kinds is a folder: a whole application is never put onto the disk. */
export const CopyPrinterConfig = Type.Union(
  [
    kind('receipt-printer', {}),
    kind('none', {}),
    kind('ipp', { url: ippAddress }),
    kind('shell', { printer: systemName }),
  ],
  {
    description:
      'The printer for full copies of an application, with A4 in it. receipt-printer: the one above, where that is an office printer; none: no copies are offered',
  },
);
export type CopyPrinterConfig = Static<typeof CopyPrinterConfig>;

/** Which printer prints full copies: the receipts' own, another one, or null: none. */
export function copyPrinterOf(
  receipts: PrinterConfig,
  copies: CopyPrinterConfig,
): 'receipt-printer' | PrinterConfig | null {
  switch (copies.kind) {
    case 'none':
      return null;
    case 'receipt-printer':
      return paperOf(receipts) === 'A4' && receipts.kind !== 'file' ? 'receipt-printer' : null;
    case 'ipp':
    case 'shell':
      return { ...copies, paper: 'A4' };
  }
}

/** What the receipts are drawn for. */
export function paperOf(config: PrinterConfig): PaperKind {
  if (config.kind === 'none') return '80mm';
  if ('paper' in config) return config.paper;
  return config.widthDots === 384 ? '58mm' : '80mm';
}
