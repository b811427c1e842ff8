// A picture as a PNG of one bit a dot, at the size it has on paper.
import { crc32, deflateSync } from 'node:zlib';
import { bytesPerRow, MM_PER_INCH, type Picture } from './picture.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const GREY = 0;
const UNIT_METRE = 1;

export function pngOf(picture: Picture): Buffer {
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header(picture)),
    chunk('pHYs', physicalSize(picture)),
    chunk('IDAT', deflateSync(scanlines(picture), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

function header({ widthDots, heightDots }: Picture): Buffer {
  const body = Buffer.alloc(13);
  body.writeUInt32BE(widthDots, 0);
  body.writeUInt32BE(heightDots, 4);
  body.writeUInt8(1, 8);
  body.writeUInt8(GREY, 9);
  return body;
}

function physicalSize({ dotsPerInch }: Picture): Buffer {
  const dotsPerMetre = Math.round((dotsPerInch / MM_PER_INCH) * 1000);
  const body = Buffer.alloc(9);
  body.writeUInt32BE(dotsPerMetre, 0);
  body.writeUInt32BE(dotsPerMetre, 4);
  body.writeUInt8(UNIT_METRE, 8);
  return body;
}

/** Each row behind a 0 (no filter). In grey a 1 is white; on our paper it is black. */
function scanlines(picture: Picture): Buffer {
  const rowBytes = bytesPerRow(picture);
  const rows = Buffer.alloc((rowBytes + 1) * picture.heightDots);
  for (let y = 0; y < picture.heightDots; y += 1) {
    const row = picture.bits.subarray(y * rowBytes, (y + 1) * rowBytes);
    rows.set(
      row.map((byte) => ~byte),
      y * (rowBytes + 1) + 1,
    );
  }
  return rows;
}
