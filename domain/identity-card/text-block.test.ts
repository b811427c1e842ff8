import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validityOf, type IdentityCard } from './card.ts';
import { LAYOUTS, TEXT_BLOCK_BYTES, TYPE_MARK_OFFSET, type CardKind } from './layout.ts';
import { readTextBlock, writeTextBlock } from './text-block.ts';

/** Invented people; the numbers fit their check digits and belong to nobody. */
const RESIDENT: IdentityCard = {
  kind: 'resident',
  name: '杨雨禾',
  sex: 'male',
  ethnic: '01',
  birthDate: '1990-03-07',
  address: '贵州省贵阳市云岩区蔡家街26号3单元5层2号',
  number: '520102199003070014',
  validFrom: '2016-05-20',
  validUntil: '2036-05-20',
};
const FOR_LIFE: IdentityCard = {
  ...RESIDENT,
  name: '吴听澜',
  sex: 'female',
  ethnic: '09',
  birthDate: '1949-12-31',
  number: '11010519491231002X',
  validFrom: '2006-01-01',
  validUntil: null,
};
const OLD_PERMANENT: IdentityCard = {
  ...RESIDENT,
  kind: 'permanent-resident-2017',
  name: 'EXAMPLE, ANNA MARIA',
  sex: 'female',
  ethnic: null,
  address: null,
  number: 'USA110090030701',
};
const PERMANENT: IdentityCard = {
  ...RESIDENT,
  kind: 'permanent-resident-2023',
  name: '阿依莎·买买提',
  ethnic: null,
  address: null,
  number: '911156199003070017',
};
const PERMIT: IdentityCard = {
  ...RESIDENT,
  kind: 'hmt-resident',
  name: '陈大文',
  ethnic: null,
  number: '810000199003070015',
};
const CARDS = [RESIDENT, FOR_LIFE, OLD_PERMANENT, PERMANENT, PERMIT];

function blockOf(card: IdentityCard): Uint8Array {
  const block = writeTextBlock(card);
  if (!block.ok) throw new Error(block.error);
  return block.value;
}

/** Where a field lies, counted from the layout's own lengths. */
function placeOf(kind: CardKind, name: string): [start: number, end: number] {
  const layout = LAYOUTS[kind];
  const index = layout.findIndex((field) => field.name === name);
  const start = layout.slice(0, index).reduce((sum, { bytes }) => sum + bytes, 0);
  return [start, start + (layout[index]?.bytes ?? 0)];
}

/** The card's block with one field written over, filled up with blanks. */
function withField(card: IdentityCard, name: string, text: string): Uint8Array {
  const block = blockOf(card);
  const [start, end] = placeOf(card.kind, name);
  Buffer.from(block.buffer).write(text.padEnd((end - start) / 2, ' '), start, end - start, 'utf16le');
  return block;
}

describe('the layouts', () => {
  it.each(Object.entries(LAYOUTS))('fill %s to the last byte', (kind, layout) => {
    expect([kind, layout.reduce((sum, { bytes }) => sum + bytes, 0)]).toEqual([kind, TEXT_BLOCK_BYTES]);
  });

  it('have the letter of their kind at the same place', () => {
    for (const kind of ['permanent-resident-2017', 'permanent-resident-2023', 'hmt-resident'] as const)
      expect([kind, placeOf(kind, 'mark')[0]]).toEqual([kind, TYPE_MARK_OFFSET]);
  });
});

/** GA/T 490 by hand: every field where the standard puts it, low byte first. */
it('reads the bytes of a resident’s card as the standard lays them out', () => {
  const bytes = Buffer.alloc(TEXT_BLOCK_BYTES);
  const put = (at: number, length: number, text: string) =>
    bytes.write(text.padEnd(length / 2, ' '), at, length, 'utf16le');
  put(0, 30, '杨雨禾');
  put(30, 2, '1');
  put(32, 4, '01');
  put(36, 16, '19900307');
  put(52, 70, '贵州省贵阳市云岩区蔡家街26号3单元5层2号');
  put(122, 36, '520102199003070014');
  put(158, 30, '贵阳市公安局云岩分局');
  put(188, 16, '20160520');
  put(204, 16, '20360520');
  put(220, 36, '');
  expect(bytes.subarray(0, 8).toString('hex')).toBe('6867e896be792000');
  expect(readTextBlock(bytes)).toEqual({ ok: true, value: RESIDENT });
});

it('reads 长期 as for life', () => {
  const read = readTextBlock(withField(RESIDENT, 'validUntil', '长期'));
  expect(read).toMatchObject({ ok: true, value: { validUntil: null } });
});

it.each(CARDS)('reads back what it writes: $kind $name', (card) => {
  expect(readTextBlock(blockOf(card))).toEqual({ ok: true, value: card });
});

it('keeps characters outside the first plane whole', () => {
  const rare = { ...RESIDENT, name: '欧阳𬭎㛃' };
  expect(readTextBlock(blockOf(rare))).toEqual({ ok: true, value: rare });
});

it('takes zeros for blanks, as some chips fill up with them', () => {
  const block = Buffer.from(blockOf(RESIDENT));
  for (let at = 0; at < block.length; at += 2)
    if (block.readUInt16LE(at) === 0x20) block.writeUInt16LE(0, at);
  expect(readTextBlock(block)).toEqual({ ok: true, value: RESIDENT });
});

it('reads the Latin name where a foreigner has no Chinese one, over both its fields', () => {
  const block = Buffer.from(blockOf(PERMANENT));
  const put = (name: string, text: string) => {
    const [start, end] = placeOf('permanent-resident-2023', name);
    block.write(text.padEnd((end - start) / 2, ' '), start, end - start, 'utf16le');
  };
  put('name', '');
  put('latinName', 'EXAMPLE-WITH-A-VERY-LONG-FAMILY-NAM');
  put('latinNameMore', 'E, ANNA');
  expect(readTextBlock(block)).toMatchObject({
    ok: true,
    value: { name: 'EXAMPLE-WITH-A-VERY-LONG-FAMILY-NAME, ANNA' },
  });
});

describe('refuses by name', () => {
  it.each([0, 255, 257, 512])('a block of %d bytes', (length) => {
    expect(readTextBlock(new Uint8Array(length))).toEqual({ ok: false, error: { code: 'wrong-length' } });
  });

  it('a letter that stands for no kind of card', () => {
    const block = Buffer.from(blockOf(PERMIT));
    block.write('Q', TYPE_MARK_OFFSET, 'utf16le');
    expect(readTextBlock(block)).toEqual({ ok: false, error: { code: 'kind-unknown' } });
  });

  it('half of a character', () => {
    const block = Buffer.from(blockOf(RESIDENT));
    block.writeUInt16LE(0xd870, 0);
    expect(readTextBlock(block)).toEqual({ ok: false, error: { code: 'not-text', field: 'name' } });
  });

  it.each([
    ['name', ''],
    ['sex', '0'],
    ['sex', '9'],
    ['sex', 'M'],
    ['ethnic', '00'],
    ['ethnic', '57'],
    ['ethnic', ''],
    ['birthDate', '19900230'],
    ['birthDate', '1990037'],
    ['number', '520102199003070015'],
    ['number', '52010219900307001'],
    ['number', ''],
    ['validFrom', '20161301'],
    ['validFrom', '19800101'],
    ['validUntil', '长'],
    ['validUntil', '20150520'],
    ['validUntil', ''],
  ])('%s “%s”', (field, text) => {
    expect(readTextBlock(withField(RESIDENT, field, text))).toEqual({
      ok: false,
      error: { code: 'field-wrong', field },
    });
  });

  it('a number with another day of birth than stands beside it', () => {
    expect(readTextBlock(withField(RESIDENT, 'number', '520103198802291237'))).toEqual({
      ok: false,
      error: { code: 'field-wrong', field: 'number' },
    });
  });

  it('a number of eighteen digits on a card that has fifteen characters', () => {
    expect(readTextBlock(withField(OLD_PERMANENT, 'number', '52010219900307')).ok).toBe(false);
  });
});

it('says which field a card has no room for', () => {
  expect(writeTextBlock({ ...RESIDENT, address: '长'.repeat(36) })).toEqual({ ok: false, error: 'address' });
});

it('gives a card or the name of what is wrong, whatever the bytes', () => {
  const bytes = fc.uint8Array({ minLength: TEXT_BLOCK_BYTES, maxLength: TEXT_BLOCK_BYTES });
  fc.assert(
    fc.property(bytes, (block) => {
      const read = readTextBlock(block);
      if (!read.ok) expect(read.error.code).toMatch(/^(kind-unknown|not-text|field-wrong)$/);
    }),
  );
});

it('reads back every name and address that fits', () => {
  const line = (max: number) =>
    fc
      .string({
        unit: fc.constantFrom(...'杨雨禾阿依莎买提·𬭎㛃贵州省街道1234567890号'),
        minLength: 1,
        maxLength: max,
      })
      .filter((text) => text.length <= max);
  fc.assert(
    fc.property(line(15), line(35), (name, address) => {
      const card = { ...RESIDENT, name, address };
      expect(readTextBlock(blockOf(card))).toEqual({ ok: true, value: card });
    }),
  );
});

it('never takes one wrong digit of a number for right', () => {
  fc.assert(
    fc.property(fc.nat({ max: 16 }), fc.integer({ min: 1, max: 9 }), (place, by) => {
      const digits = [...RESIDENT.number];
      digits[place] = String((Number(digits[place]) + by) % 10);
      expect(readTextBlock(withField(RESIDENT, 'number', digits.join(''))).ok).toBe(false);
    }),
  );
});

describe('on a day', () => {
  it.each([
    ['2016-05-19', 'not-yet-valid'],
    ['2016-05-20', 'valid'],
    ['2036-05-20', 'valid'],
    ['2036-05-21', 'expired'],
  ])('%s a card is %s', (today, validity) => {
    expect(validityOf(RESIDENT, today)).toBe(validity);
  });

  it('a card for life never expires', () => {
    expect(validityOf(FOR_LIFE, '2099-12-31')).toBe('valid');
  });
});
