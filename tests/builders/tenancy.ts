// A small matter of its own that calls for every kind of document: one that may follow, one that may not, one that may be
// declared, one that a record spares, one for each of several people.
import { text } from '../../domain/contract/text.ts';
import type { JsonObject } from '../../domain/procedure/pointer.ts';
import type { Procedure } from '../../domain/procedure/procedure.ts';
import { libraryCard, readerAnswers } from './library-card.ts';

const ANY = ['image/jpeg', 'image/png', 'application/pdf'];

export const tenancy: Procedure = {
  ...libraryCard,
  // Long enough for what follows.
  tasks: libraryCard.tasks.map((task) => ({ ...task, promised: 10, statutory: 20 })),
  id: 'tenancy',
  title: text('租房登记', 'Register a tenancy'),
  pages: [
    ...libraryCard.pages,
    {
      id: 'documents',
      stage: 'reader',
      title: text('请交材料', 'Your documents'),
      documents: true,
    },
  ],
  documents: [
    {
      id: 'photo',
      title: text('照片', 'Photograph'),
      mayFollow: { workingDays: 5 },
      accepts: ['image/jpeg'],
    },
    {
      id: 'lease',
      title: text('租赁合同', 'Lease'),
      note: text('连同出租人的产权证明', 'With the landlord’s title'),
      mayFollow: { workingDays: 5 },
      maxPages: 3,
      accepts: ANY,
    },
    {
      id: 'landlord-consent',
      title: text('房东同意书', 'The landlord’s consent'),
      accepts: ANY,
    },
    {
      id: 'income',
      title: text('收入证明', 'Proof of income'),
      mayDeclare: text(
        '本人有稳定的收入，能按时交租。',
        'I have a regular income and can pay the rent when it is due.',
      ),
      mayFollow: { workingDays: 10 },
      accepts: ANY,
    },
  ],
};

export function tenantAnswers(): JsonObject {
  return readerAnswers();
}
