import fc from 'fast-check';
import { expect, it } from 'vitest';
import { COMMANDS, answerIn, textBlockIn } from './commands.ts';
import { createFrameEar, frame, type Heard } from './frames.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

function hear(bytes: Uint8Array): Heard[] {
  const heard: Heard[] = [];
  const ear = createFrameEar((one) => heard.push(one));
  bytes.forEach((byte) => ear.take(byte));
  return heard;
}

/** The frames of the module’s protocol, as its makers publish them. */
it.each([
  ['reset', 'aaaaaa9669000310ffec'],
  ['status', 'aaaaaa9669000311ffed'],
  ['find', 'aaaaaa96690003200122'],
  ['select', 'aaaaaa96690003200221'],
  ['read', 'aaaaaa96690003300132'],
  ['read-more', 'aaaaaa96690003300330'],
] as const)('asks for %s with the bytes of the protocol', (command, bytes) => {
  expect(hex(frame(COMMANDS[command]))).toBe(bytes);
});

it.each([
  ['a card is found', 'aaaaaa9669000800009f0000000097', 0x9f],
  ['none is', 'aaaaaa9669000400008084', 0x80],
  ['it is selected', 'aaaaaa9669000c00009000000000000000009c', 0x90],
  ['it is not', 'aaaaaa9669000400008185', 0x81],
  ['reading failed', 'aaaaaa9669000400004145', 0x41],
])('hears that %s', (_, bytes, status) => {
  const [heard] = hear(Buffer.from(bytes, 'hex'));
  if (heard === undefined || heard === 'damaged') throw new Error('nothing was heard');
  expect(answerIn(heard.content)?.status).toBe(status);
});

it('finds the text of a card between its two lengths and the photo', () => {
  const text = Buffer.alloc(256, 7);
  const data = Buffer.concat([Buffer.from([1, 0, 4, 0]), text, Buffer.alloc(1024)]);
  expect(textBlockIn(data)).toEqual(text);
  expect(textBlockIn(data.subarray(0, 200))).toBeNull();
  expect(textBlockIn(Buffer.alloc(3))).toBeNull();
});

const content = fc.uint8Array({ minLength: 1, maxLength: 600 });

it('hears every frame it makes, whatever came before it', () => {
  // Noise that holds no preamble of its own.
  const noise = fc
    .array(fc.constantFrom(0x00, 0xaa, 0x96, 0x42), { maxLength: 12 })
    .filter((bytes) => !hex(Buffer.from(bytes)).includes('aaaaaa9669'));
  fc.assert(
    fc.property(noise, content, (before, bytes) => {
      const heard = hear(Buffer.concat([Buffer.from(before), frame(bytes)]));
      expect(heard).toEqual([{ content: Buffer.from(bytes) }]);
    }),
  );
});

it('never takes a damaged frame for a whole one', () => {
  fc.assert(
    fc.property(content, fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, where, by) => {
      const whole = frame(bytes);
      const at = 7 + (where % (whole.length - 7));
      whole[at] = (whole[at] ?? 0) ^ by;
      expect(hear(whole)).toEqual(['damaged']);
    }),
  );
});

it('takes an impossible length for damage, and hears the next frame', () => {
  const broken = Buffer.from('aaaaaa9669ffff', 'hex');
  expect(hear(Buffer.concat([broken, frame([1, 2])]))).toEqual(['damaged', { content: Buffer.from([1, 2]) }]);
});

it('forgets half a frame when told to', () => {
  const heard: Heard[] = [];
  const ear = createFrameEar((one) => heard.push(one));
  frame([9, 9, 9]).subarray(0, 8).forEach(ear.take);
  ear.forget();
  frame([1]).forEach(ear.take);
  expect(heard).toEqual([{ content: Buffer.from([1]) }]);
});
