import { describe, expect, it } from 'vitest';
import { libraryCard, readerAnswers } from '../../tests/builders/library-card.ts';
import type { Application, HeldDocument } from '../submission/envelope.ts';
import { attendedAgrees, isTrustFounded } from './agree.ts';

const zhou = { staff: '0001', name: '周敏', entered: ['/reader/mobile', '/address'] };

type Told = Pick<Application, 'attended' | 'identity'>;
const agrees = (told: Partial<Told>) =>
  attendedAgrees(libraryCard, { identity: { method: 'typed' }, answers: readerAnswers(), ...told });

it('takes an application made alone, and one that a clerk helped with', () => {
  expect(agrees({})).toBe(true);
  expect(agrees({ identity: { method: 'id-card' } })).toBe(true);
  expect(agrees({ attended: zhou })).toBe(true);
  expect(agrees({ attended: { ...zhou, entered: [] }, identity: { method: 'clerk' } })).toBe(true);
});

it('takes no comparison of card and face that nobody made', () => {
  expect(agrees({ identity: { method: 'clerk' } })).toBe(false);
});

describe('takes no answer typed by staff', () => {
  it.each([
    ['where nothing is asked', ['/reader']],
    ['where nothing is answered', ['/reader/nickname']],
    ['at a place that is none', ['reader/mobile']],
    ['twice', ['/reader/mobile', '/reader/mobile']],
  ])('%s', (_where, entered) => {
    expect(agrees({ attended: { ...zhou, entered } })).toBe(false);
  });
});

describe('an original that was compared', () => {
  const copy: HeldDocument = {
    id: 'photo',
    rule: 'photo',
    state: 'attached',
    digest: 'a'.repeat(64),
    mediaType: 'image/jpeg',
    bytes: 10,
    pages: 1,
    trust: 'C',
    key: 'k',
  };
  const compared: HeldDocument = { ...copy, trust: 'B' };

  it('was compared by somebody who helped', () => {
    expect(isTrustFounded({ documents: [compared], attended: zhou }, [])).toBe(true);
    expect(isTrustFounded({ documents: [copy] }, [])).toBe(true);
    expect(isTrustFounded({ documents: [compared] }, [])).toBe(false);
  });

  it('stays so when the applicant mends the application alone', () => {
    expect(isTrustFounded({ documents: [compared] }, [compared])).toBe(true);
    expect(isTrustFounded({ documents: [compared] }, [copy])).toBe(false);
    expect(isTrustFounded({ documents: [{ ...compared, digest: 'b'.repeat(64) }] }, [compared])).toBe(false);
  });
});
