import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { llc } from '../../tests/llc.ts';
import { assemble } from '../documents/assemble.ts';
import type { DraftDocuments } from '../documents/draft-documents.ts';
import { createVault } from '../documents/vault.ts';
import { newDraft } from '../sessions/draft.ts';
import { newSession, type Session } from '../sessions/session.ts';
import { originalCompared } from './compare-original.ts';

const prepared = await llc();
const folder = mkdtempSync(join(tmpdir(), 'onewindow-originals-'));
const vault = createVault(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = await vault.keep(Buffer.from('%PDF-1.7'), 'application/pdf', 1);
const scanned: DraftDocuments = { gifts: { lease: { state: 'attached', files: [file] } }, step: null };

function withScan(isAttended = true): Session {
  const draft = { ...newDraft(prepared, 'draft', new Date()), documents: scanned };
  const by = { number: '0001', name: '周敏' };
  return {
    ...newSession('zh-CN'),
    screen: { at: 'draft', draft, refused: null },
    attended: isAttended ? { by, entered: {}, savedAt: null } : null,
  };
}

async function trustOf({ screen }: Session): Promise<string | undefined> {
  if (screen.at !== 'draft') return undefined;
  const need = {
    id: 'lease',
    rule: 'lease',
    title: { 'zh-CN': '租约', en: 'Lease' },
    note: null,
    dueOn: null,
    provisional: false,
    accepts: ['application/pdf'],
    maxPages: 10,
    mayDeclare: null,
    sparedBy: [],
    holding: { state: 'attached' as const, pages: 1 },
  };
  const [held] = await assemble(vault, { documents: screen.draft.documents, needs: [need], carried: [] });
  return held?.state === 'attached' ? held.trust : undefined;
}

it('a scan is the citizen’s word until staff hold it against the original', async () => {
  expect(await trustOf(withScan())).toBe('C');
  expect(await trustOf(originalCompared(withScan(), 'lease'))).toBe('B');
});

it('nothing is compared that was not scanned, twice, or without staff', () => {
  const once = originalCompared(withScan(), 'lease');
  expect(originalCompared(once, 'lease')).toBe(once);
  const plain = withScan();
  expect(originalCompared(plain, 'articles')).toBe(plain);
  const alone = withScan(false);
  expect(originalCompared(alone, 'lease')).toBe(alone);
});
