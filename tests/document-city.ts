// A city whose only matter calls for documents, and one citizen in front of the page where they are handed in.
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { View, ViewOf } from '../domain/contract/views.ts';
import { openApplication, readEnvelope } from '../lib/envelope.ts';
import { openSealingKey } from '../lib/envelope-crypto.ts';
import type { Application } from '../domain/submission/envelope.ts';
import { openPlatformStore } from '../platform/platform.ts';
import type { Store } from '../platform/store/store.ts';
import { writeProcedures } from './builders/library-card.ts';
import { tenancy, tenantAnswers } from './builders/tenancy.ts';
import { startCity, type City, type CityOptions } from './city.ts';
import { ask, confirm, nextPress } from './fill-in.ts';
import { on } from './hand-in-documents.ts';

export interface DocumentCity extends City {
  /** Folder of the procedures of both ends. */
  procedures: string;
  /** The names of the files in the kiosk's vault. */
  kept(): string[];
  /** The names of the files at the platform. */
  stored(): string[];
  /** A citizen arrives at the documents of a new application. */
  arrive(): Promise<ViewOf<'documents'>>;
  /** Goes on from the documents and hands the application in. */
  submit(view: ViewOf<'documents'>): Promise<ViewOf<'receipt'>>;
  atPlatform<T>(look: (store: Store) => Promise<T>): Promise<T>;
  /** The application as the platform opens it. */
  application(receiptNumber: string): Promise<Application>;
}

export async function openDocumentCity(options: CityOptions = {}): Promise<DocumentCity> {
  const procedures = writeProcedures(mkdtempSync(join(tmpdir(), 'onewindow-tenancy-')), tenancy);
  const city = await startCity({ printer: null, procedures, ...options });
  const platformFolder = join(city.folder, 'platform');

  async function atPlatform<T>(look: (store: Store) => Promise<T>): Promise<T> {
    const store = await openPlatformStore(platformFolder, null);
    try {
      return await look(store);
    } finally {
      await store.close();
    }
  }

  return Object.assign(city, {
    procedures,
    kept: () => filesIn(join(city.folder, 'kiosk', 'documents')),
    stored: () => filesIn(join(platformFolder, 'documents')),
    atPlatform,
    async arrive() {
      let view: View = await ask(city.send, 'beginApplication', { procedure: tenancy.id });
      while (view.screen !== 'documents') view = await nextPress(city.send, view, tenantAnswers(), tenancy);
      return view;
    },
    async submit(view: ViewOf<'documents'>) {
      const check = on(await ask(city.send, 'answerPage', { page: view.page, answers: {} }), 'check');
      const page = on(await ask(city.send, 'answerPage', { page: check.page, answers: {} }), 'confirm');
      return confirm(city.send, page);
    },
    async application(receiptNumber: string) {
      return atPlatform(async (store) => {
        const found = await store.cases.byReceiptNumber(receiptNumber.slice(0, 6), receiptNumber);
        if (found === null) throw new Error('no such case');
        const { division, submission } = found.current;
        const bytes = await store.submissions.envelopeOf(division, submission);
        const envelope = bytes === null ? null : readEnvelope(bytes);
        const key = openSealingKey(join(platformFolder, 'sealing.key'));
        const application = envelope === null ? null : openApplication(envelope, key);
        if (application === null) throw new Error('the platform cannot open it');
        return application;
      });
    },
  });
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .toSorted();
  } catch {
    // No folder before the first document.
    return [];
  }
}
