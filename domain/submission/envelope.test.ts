import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../lib/schema.ts';
import { dogLicence, told } from '../../tests/builders/procedure.ts';
import {
  Application,
  declarationText,
  Envelope,
  EnvelopeHeader,
  envelopeText,
  headerText,
  shownText,
  type HeldDocument,
} from './envelope.ts';

const ID = '01933f5e-7c1a-7000-8000-0123456789ab';

const header: EnvelopeHeader = {
  format: 1,
  suite: 'hpke-p256-hkdf-sha256-aes256gcm',
  sealedTo: 'key-1',
  id: ID,
  kiosk: ID,
  sequence: 42,
  procedure: 'dog-licence',
  version: '2026.1',
  receiptNumber: '520103-K012-1-0042-X',
  completedAt: '2026-11-24T02:32:00.000Z',
  monotonicMs: 1000,
  clockOffsetMs: -250,
  documents: [{ id: 'photo-1', digest: 'ab'.repeat(32) }],
};

const application: Application = {
  format: 1,
  id: ID,
  startedAt: '2026-11-24T02:10:00.000Z',
  locale: 'zh-CN',
  identity: { method: 'typed' },
  answers: { owner: { name: '欧阳𬭎㛃' } },
  documents: [{ id: 'photo-1', rule: 'photo', state: 'to-follow', dueOn: '2026-12-01' }],
  declaration: { version: '2026.1', hash: 'ab'.repeat(32), name: '欧阳𬭎㛃' },
  signature: null,
};

describe('the header of an envelope', () => {
  const isHeader = compile(EnvelopeHeader);

  it('fits its schema, also before the first meeting with the platform', () => {
    expect(isHeader(header)).toBe(true);
    expect(isHeader({ ...header, clockOffsetMs: null, documents: [] })).toBe(true);
  });

  it.each<[string, object]>([
    ['another format', { format: 2 }],
    ['an id that is none', { id: 'ID' }],
    ['a sequence of nothing', { sequence: 0 }],
    ['half a sequence', { sequence: 1.5 }],
    ['a procedure with a path in it', { procedure: '../x' }],
    ['a version that is none', { version: '1' }],
    ['a time without milliseconds', { completedAt: '2026-11-24T02:32:00Z' }],
    ['a time of another zone', { completedAt: '2026-11-24T10:32:00.000+08:00' }],
    ['a time before the beginning', { monotonicMs: -1 }],
    ['a digest that is none', { documents: [{ id: 'x', digest: 'AB'.repeat(32) }] }],
    ['an extra key', { applicant: '杨雨禾' }],
  ])('is refused with %s', (_, change) => {
    expect(isHeader({ ...header, ...change })).toBe(false);
  });

  it.each(Object.keys(header))('is refused without %s', (key) => {
    expect(isHeader(Object.fromEntries(Object.entries(header).filter(([name]) => name !== key)))).toBe(false);
  });

  it('says the same whatever the order of its keys', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(Object.entries(header), { minLength: Object.keys(header).length }),
        (entries) => {
          expect(headerText(Object.fromEntries(entries) as EnvelopeHeader)).toBe(headerText(header));
        },
      ),
    );
  });
});

describe('an envelope', () => {
  const isEnvelope = compile(Envelope);
  const envelope: Envelope = { header, enc: 'AA', ciphertext: 'AAAA' };

  it('is header, key and ciphertext and nothing else', () => {
    expect(isEnvelope(envelope)).toBe(true);
    expect(isEnvelope({ ...envelope, plaintext: '' })).toBe(false);
    expect(isEnvelope({ ...envelope, enc: '' })).toBe(false);
    expect(isEnvelope({ ...envelope, ciphertext: 'not base64!' })).toBe(false);
    expect(isEnvelope({ header, enc: 'AA' })).toBe(false);
  });

  it('is written one way, and read back as it was', () => {
    expect(JSON.parse(envelopeText(envelope))).toEqual(envelope);
    expect(envelopeText(envelope)).toMatch(
      /^{"ciphertext":"AAAA","enc":"AA","header":{"clockOffsetMs":-250,/,
    );
  });
});

describe('an application', () => {
  const isApplication = compile(Application);

  it('fits its schema, with and without a due day', () => {
    expect(isApplication(application)).toBe(true);
    const [document] = application.documents;
    expect(isApplication({ ...application, documents: [{ ...document, dueOn: null }] })).toBe(true);
  });

  it.each<[string, object]>([
    ['no name under the declaration', { declaration: { ...application.declaration, name: '' } }],
    ['a hash that is none', { declaration: { ...application.declaration, hash: 'x' } }],
    ['an identity nobody established', { identity: { method: 'guessed' } }],
    ['another language', { locale: 'fr' }],
    ['answers that are a list', { answers: [] }],
    ['a document that was not promised', { documents: [{ id: 'x', rule: 'x', state: 'lost', dueOn: null }] }],
    ['an extra key', { note: 'x' }],
  ])('is refused with %s', (_, change) => {
    expect(isApplication({ ...application, ...change })).toBe(false);
  });
});

describe('what was shown to whoever signs', () => {
  const procedure = dogLicence();
  const attached: HeldDocument = {
    id: 'photo',
    rule: 'photo',
    state: 'attached',
    digest: 'a'.repeat(64),
    mediaType: 'image/jpeg',
    bytes: 10,
    pages: 1,
    trust: 'C',
    key: 'secret',
  };

  it('changes with the procedure, every answer and every document', () => {
    const shown = [
      shownText(procedure, { name: '黑子' }, [attached]),
      shownText(procedure, { name: '豆豆' }, [attached]),
      shownText(procedure, { name: '黑子' }, []),
      shownText(procedure, { name: '黑子' }, [{ ...attached, digest: 'b'.repeat(64) }]),
      shownText(dogLicence({ version: '2026.2' }), { name: '黑子' }, [attached]),
    ];
    expect(new Set(shown).size).toBe(shown.length);
  });

  it('holds no key', () => {
    expect(shownText(procedure, {}, [attached])).not.toContain('secret');
  });
});

describe('the declaration’s text', () => {
  it('changes with every word in either language, and with the procedure’s version', () => {
    const good = dogLicence();
    const texts = [
      good,
      dogLicence({ version: '2026.2' }),
      dogLicence({ id: 'cat-licence' }),
      dogLicence({ declaration: { version: '2026.1', text: [told('属实。', 'True')] } }),
      dogLicence({ declaration: { version: '2026.1', text: [told('属实', 'True.')] } }),
      dogLicence({ declaration: { version: '2026.2', text: [told('属实', 'True')] } }),
    ].map(declarationText);
    expect(new Set(texts).size).toBe(texts.length);
    expect(declarationText(dogLicence({ summary: told('别的', 'Else') }))).toBe(declarationText(good));
  });
});
