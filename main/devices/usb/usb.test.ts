import { spawnSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FILE_BYTES } from '../../../domain/documents/limits.ts';
import { manualTime } from '../../../tests/fakes/manual-time.ts';
import { openUsbPort, type UsbPort } from '../../../tests/fakes/usb-port.ts';
import { until } from '../../../tests/until.ts';
import { copyFile } from './copy-file.ts';
import { mountsIn } from './mounts.ts';

let port: UsbPort;
beforeEach(() => {
  port = openUsbPort();
});
afterEach(() => port.remove());

const some = Buffer.from('%PDF-1.7');
const names = async () => (await port.media.list()).files.map(({ folder, name }) => `${folder}/${name}`);

describe('what is mounted', () => {
  const MOUNTS = [
    '22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw',
    '90 22 8:17 / /media/kiosk/KINGSTON rw,nosuid shared:5 - vfat /dev/sdb1 rw',
    '91 22 8:33 / /run/media/kiosk/My\\040Stick rw - exfat /dev/sdc1 rw',
    '92 22 8:49 / /mediathek rw - ext4 /dev/sdd1 rw',
    '',
  ].join('\n');

  it('is a stick below one of the folders, blanks in its name and all', () => {
    expect(mountsIn(MOUNTS, ['/media', '/run/media'])).toEqual([
      '/media/kiosk/KINGSTON',
      '/run/media/kiosk/My Stick',
    ]);
  });

  it('is nothing where the folders are the machine’s own', () => {
    expect(mountsIn(MOUNTS, ['/srv'])).toEqual([]);
    expect(mountsIn('', ['/media'])).toEqual([]);
  });
});

describe('the list of a stick', () => {
  it('has what could be a document, by folder and name, whatever the case of its ending', async () => {
    port.plugIn('KINGSTON', {
      '合同.pdf': some,
      'photos/b.JPG': some,
      'photos/a.jpeg': some,
      'scan.png': some,
      'notes.docx': some,
      'run.exe': some,
    });
    expect(await names()).toEqual([
      'KINGSTON/合同.pdf',
      'KINGSTON/scan.png',
      'KINGSTON/photos/a.jpeg',
      'KINGSTON/photos/b.JPG',
    ]);
  });

  it('leaves out what computers put there for themselves', async () => {
    port.plugIn('MAC', {
      '._合同.pdf': some,
      '.Trashes/old.pdf': some,
      'System Volume Information/x.pdf': some,
      '$RECYCLE.BIN/gone.pdf': some,
    });
    expect(await port.media.list()).toEqual({ sticks: 1, files: [], isCut: false });
  });

  it('follows no link out of the stick, and lists no pipe', async () => {
    const place = port.plugIn('TRICK', { 'good.pdf': some });
    symlinkSync('/etc/passwd', join(place, 'passwords.pdf'));
    symlinkSync('/etc', join(place, 'folder'));
    expect(spawnSync('mkfifo', [join(place, 'pipe.pdf')]).status).toBe(0);
    expect(await names()).toEqual(['TRICK/good.pdf']);
  });

  it('ends where people stop looking', async () => {
    port.plugIn('FULL', Object.fromEntries(Array.from({ length: 520 }, (_, n) => [`${n}.pdf`, some])));
    const { files, isCut } = await port.media.list();
    expect([files.length, isCut]).toEqual([500, true]);
  });

  it('has the files of several sticks, and none when all are out', async () => {
    port.plugIn('A', { 'a.pdf': some });
    port.plugIn('B', { 'b.pdf': some });
    expect((await port.media.list()).sticks).toBe(2);
    port.pullOut('A');
    expect(await names()).toEqual(['B/b.pdf']);
    port.pullOut('B');
    expect(await port.media.list()).toEqual({ sticks: 0, files: [], isCut: false });
  });

  it('names files by ids that tell nothing of where they lie', async () => {
    port.plugIn('KINGSTON', { '合同.pdf': some });
    const [file] = (await port.media.list()).files;
    expect(file?.id).toMatch(/^[0-9a-f]{16}$/);
    const other = openUsbPort();
    other.plugIn('KINGSTON', { '合同.pdf': some });
    expect((await other.media.list()).files[0]?.id).not.toBe(file?.id);
    other.remove();
  });
});

describe('reading a file', () => {
  async function read(name: string) {
    const file = (await port.media.list()).files.find((one) => one.name === name);
    return port.media.read(file?.id ?? 'none');
  }

  it('gives all of it', async () => {
    const bytes = Buffer.alloc(700_000, 'abc');
    port.plugIn('A', { 'a.pdf': bytes });
    const copied = await read('a.pdf');
    expect(copied.ok && copied.value.equals(bytes)).toBe(true);
  });

  it('says so when the stick is out', async () => {
    port.plugIn('A', { 'a.pdf': some });
    const [file] = (await port.media.list()).files;
    port.pullOut('A');
    expect(await port.media.read(file?.id ?? '')).toMatchObject({ ok: false, error: { code: 'media/gone' } });
  });

  it('reads nothing that was not listed', async () => {
    expect(await port.media.read('0123456789abcdef')).toMatchObject({ error: { code: 'media/gone' } });
  });

  it('stops at what is too large before it is read', async () => {
    port.plugIn('A', { 'a.pdf': Buffer.alloc(FILE_BYTES + 1) });
    expect(await read('a.pdf')).toMatchObject({ error: { code: 'file/too-large' } });
  });

  it('does not follow a name that became a link since it was listed', async () => {
    const place = port.plugIn('A', { 'a.pdf': some });
    const [file] = (await port.media.list()).files;
    port.pullOut('A');
    port.plugIn('A', {});
    writeFileSync(join(place, '..', 'secret'), 'secret');
    symlinkSync(join(place, '..', 'secret'), join(place, 'a.pdf'));
    expect(await port.media.read(file?.id ?? '')).toMatchObject({ error: { code: 'media/gone' } });
  });

  /** A file whose stick is pulled out after so many blocks. */
  function pulledAfter(blocks: number, size: number) {
    let read = 0;
    const closed: string[] = [];
    const handle = {
      stat: async () => ({ size, isFile: () => true }),
      read: async (buffer: Buffer) => {
        read += 1;
        if (read > blocks) throw Object.assign(new Error('i/o error'), { code: 'EIO' });
        return { buffer, bytesRead: buffer.length };
      },
      close: async () => void closed.push('closed'),
    };
    return { open: async () => handle as never, closed };
  }

  it('keeps nothing of a file whose stick was pulled out in the middle, and lets go of it', async () => {
    const { open, closed } = pulledAfter(2, 1_000_000);
    expect(await copyFile('/anywhere', open)).toMatchObject({ ok: false, error: { code: 'media/gone' } });
    expect(closed).toEqual(['closed']);
  });

  it('does not believe an end that comes too early', async () => {
    const handle = {
      stat: async () => ({ size: 500, isFile: () => true }),
      read: async (buffer: Buffer) => ({ buffer, bytesRead: 0 }),
      close: async () => {},
    };
    expect(await copyFile('/anywhere', async () => handle as never)).toMatchObject({
      error: { code: 'media/gone' },
    });
  });

  it('gives up a file that grows under its eyes', async () => {
    const { open } = pulledAfter(Infinity, 10);
    expect(await copyFile('/anywhere', open)).toMatchObject({ error: { code: 'file/too-large' } });
  });
});

describe('watching', () => {
  it('tells once that a stick came and once that it went, and nothing after it was stopped', async () => {
    const time = manualTime(new Date());
    const slot = openUsbPort(time.timers);
    let told = 0;
    const watching = slot.media.watch(() => void (told += 1));
    const lookAgain = async () => {
      await until(() => time.nextIn() !== null);
      time.pass(1000);
      await until(() => time.nextIn() !== null);
    };
    await lookAgain();
    expect(told).toBe(0);
    slot.plugIn('A', { 'a.pdf': some });
    await lookAgain();
    await lookAgain();
    expect(told).toBe(1);
    slot.pullOut('A');
    await lookAgain();
    expect(told).toBe(2);
    watching.stop();
    expect(time.nextIn()).toBeNull();
    slot.remove();
  });
});
