// `npm run verify -- receipt TEXT`: whether a receipt's square was made by the kiosk it names. Needs no network: the
// published kiosk keys are a file.
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { KioskKeys } from '../domain/contract/platform-api.ts';
import { readReceiptNumber } from '../domain/submission/receipt-number.ts';
import { readReceiptQr, type SignedReceiptQr } from '../domain/submission/receipt-qr.ts';
import { dayInCity, timeInCity } from '../lib/clock.ts';
import { verifySignature } from '../lib/keys.ts';
import { compile } from '../lib/schema.ts';

const HELP = `npm run verify -- receipt TEXT [--keys FILE]

  TEXT          what a scanner reads from the square on the receipt
  --keys FILE   the published kiosk keys, from PLATFORM/v1/kiosk-keys (default .onewindow/kiosk-keys.json)`;

function leave(sentence: string, code: number): never {
  (code === 0 ? console.log : console.error)(sentence);
  process.exit(code);
}

function argumentsOf() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        keys: { type: 'string', default: '.onewindow/kiosk-keys.json' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return leave(`${(error as Error).message}\n\n${HELP}`, 2);
  }
}

const { values, positionals } = argumentsOf();
if (values.help) leave(HELP, 0);
const [what, typed] = positionals;
if (what !== 'receipt' || typed === undefined) leave(HELP, 2);
const qr = readReceiptQr(typed);
if (qr === null) leave('This is not the text of one of our receipts.', 1);
leave(...verdict(qr, keysIn(values.keys)));

function keysIn(file: string): KioskKeys {
  if (!existsSync(file)) leave(`There is no file ${file}. Fetch it from the platform at /v1/kiosk-keys.`, 2);
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!compile(KioskKeys)(value)) leave(`${file} is not a list of kiosk keys.`, 2);
  return value;
}

function verdict(receipt: SignedReceiptQr, { keys }: KioskKeys): [string, number] {
  // A kiosk that changed its key has several: its receipts keep the signature they were given with.
  const own = keys.filter(({ kiosk }) => kiosk === receipt.kiosk);
  if (own.length === 0) return ['No published key belongs to the kiosk this receipt names.', 1];
  const bytes = Buffer.from(receipt.body);
  const key = own.find(({ publicKey }) => verifySignature(publicKey, 'receipt', bytes, receipt.signature));
  if (key === undefined)
    return ['The signature is wrong: this receipt was not made by the kiosk it names.', 1];
  const number = readReceiptNumber(receipt.number);
  const isOwn =
    number?.division === key.division && number.kiosk === key.code && number.generation === key.generation;
  if (!isOwn) return ['The number on this receipt belongs to another kiosk.', 1];
  const at = new Date(receipt.at);
  return [
    `Genuine. Receipt ${receipt.number}, made by kiosk ${key.division}-${key.code} on ${dayInCity(at)} at ${timeInCity(at)} by the kiosk's clock.`,
    0,
  ];
}
