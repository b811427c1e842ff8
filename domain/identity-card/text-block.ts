// From the bytes of a card's text block to what they say, and back. A block that is not whole, or says what cannot be, is
// refused by the name of what is wrong with it, and nothing of it is used.
import { fail, ok, type Result } from '../result.ts';
import type { IdentityCard } from './card.ts';
import { wrongFieldOf } from './field-checks.ts';
import { kindByMark, LAYOUTS, MARKS, TEXT_BLOCK_BYTES, TYPE_MARK_OFFSET, type CardKind } from './layout.ts';

export type BlockFault =
  | { code: 'wrong-length' }
  /** A letter that stands for no kind of card. */
  | { code: 'kind-unknown' }
  /** Halves of characters: the bytes are no text. */
  | { code: 'not-text'; field: string }
  | { code: 'field-wrong'; field: string };

/** The fields of a block by their names in its layout. */
export type Fields = Readonly<Record<string, string>>;

/** What a text block says. The number is held against its own check character and the date of birth beside it. */
export function readTextBlock(bytes: Uint8Array): Result<IdentityCard, BlockFault> {
  if (bytes.length !== TEXT_BLOCK_BYTES) return fail({ code: 'wrong-length' });
  const kind = kindByMark(textIn(bytes.subarray(TYPE_MARK_OFFSET, TYPE_MARK_OFFSET + 2)));
  if (kind === null) return fail({ code: 'kind-unknown' });
  const fields = fieldsIn(bytes, kind);
  const broken = Object.keys(fields).find((name) => !fields[name]?.isWellFormed());
  if (broken !== undefined) return fail({ code: 'not-text', field: broken });
  const card = cardIn(fields, kind);
  const wrong = wrongFieldOf(card, fields);
  return wrong === null ? ok(card) : fail({ code: 'field-wrong', field: wrong });
}

/** The block of a card, for the simulator. The failure names the field that a block has no room for. */
export function writeTextBlock(card: IdentityCard): Result<Uint8Array, string> {
  const values = valuesOf(card);
  const layout = LAYOUTS[card.kind];
  const tooLong = layout.find(({ name, bytes }) => (values[name] ?? '').length * 2 > bytes);
  if (tooLong !== undefined) return fail(tooLong.name);
  return ok(bytesOf(layout.map(({ name, bytes }) => (values[name] ?? '').padEnd(bytes / 2, ' ')).join('')));
}

/** What stands between the fields' names and the end of each is nobody's business. */
function fieldsIn(bytes: Uint8Array, kind: CardKind): Fields {
  let at = 0;
  const entries = LAYOUTS[kind].flatMap(({ name, bytes: length }) => {
    const text = textIn(bytes.subarray(at, at + length));
    at += length;
    // Blanks fill up; some chips fill up with zeros instead.
    return name === 'reserved' ? [] : [[name, text.replaceAll('\0', ' ').trim()] as const];
  });
  return Object.fromEntries(entries);
}

function cardIn(fields: Fields, kind: CardKind): IdentityCard {
  const at = (name: string) => fields[name] ?? '';
  const latin = `${at('latinName')}${at('latinNameMore')}`;
  return {
    kind,
    name: at('name') === '' ? latin : at('name'),
    sex: at('sex') === FEMALE ? 'female' : 'male',
    ethnic: orNull(at('ethnic')),
    birthDate: dayIn(at('birthDate')),
    address: orNull(at('address')),
    number: at('number'),
    validFrom: dayIn(at('validFrom')),
    validUntil: at('validUntil') === FOR_LIFE ? null : dayIn(at('validUntil')),
  };
}

function valuesOf(card: IdentityCard): Fields {
  const { kind, name, sex, ethnic, birthDate, address, number, validFrom, validUntil } = card;
  return {
    [isLatin(name) ? 'latinName' : 'name']: name,
    sex: sex === 'female' ? FEMALE : MALE,
    ethnic: ethnic ?? '',
    birthDate: digitsOf(birthDate),
    address: address ?? '',
    number,
    issuer: kind === 'permanent-resident-2017' ? '1500' : '',
    validFrom: digitsOf(validFrom),
    validUntil: validUntil === null ? FOR_LIFE : digitsOf(validUntil),
    mark: MARKS[kind],
  };
}

const MALE = '1';
const FEMALE = '2';
const FOR_LIFE = '长期';

function isLatin(name: string): boolean {
  return /^\p{Script=Latin}/u.test(name);
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}

// '19900307' → '1990-03-07'
function dayIn(digits: string): string {
  return digits.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
}

function digitsOf(day: string): string {
  return day.replaceAll('-', '');
}

/** UTF-16, the lower byte first. */
function textIn(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const units = Array.from({ length: bytes.length / 2 }, (_, index) => view.getUint16(index * 2, true));
  return String.fromCharCode(...units);
}

function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1)
    view.setUint16(index * 2, text.charCodeAt(index), true);
  return bytes;
}
