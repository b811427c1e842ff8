// The demonstration, end to end, as `npm run demo` runs it.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const DEMO = join(import.meta.dirname, '../../scripts/demo.ts');
const LONGEST_MS = 120_000;

let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'onewindow-demo-out-'));
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

function demonstrate(): Promise<{ status: number | null; said: string }> {
  const child = spawn(process.execPath, [DEMO, '--out', out], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, said })));
}

it(
  'registers a company while the platform is gone, and the platform holds it once afterwards',
  async () => {
    const { status, said } = await demonstrate();
    expect(said).toMatch(/the platform holds it once, as it was typed\nAll held/);
    expect(status).toBe(0);
    const files = readdirSync(out);
    expect(files).toContainEqual(expect.stringMatching(/^receipt-520103-K001-1-0001-.\.copy-1\.png$/));
    expect(files).toContainEqual(expect.stringMatching(/^receipt-520103-K001-1-0001-.\.copy-1\.pdf$/));
    expect(files).toContain('09-receipt-kept-here.png');
    expect(files).toContain('10-receipt-arrived.png');
    for (const file of files) expect(statSync(join(out, file)).size).toBeGreaterThan(10_000);
  },
  LONGEST_MS,
);
