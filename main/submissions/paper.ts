import { text, type Text } from '../../domain/contract/text.ts';
import type { Place } from '../../domain/contract/views.ts';
import { showDay } from '../../domain/calendar-day.ts';
import type { NeededDocument } from '../../domain/procedure/documents.ts';
import type { Procedure } from '../../domain/procedure/procedure.ts';
import { maskName } from '../../domain/submission/masked-name.ts';
import type { ReceiptPaper } from '../../domain/submission/receipt-paper.ts';
import { dayInCity, timeInCity } from '../../lib/clock.ts';
import { dueText } from './due-text.ts';
import { holdingText } from './holding-text.ts';
import type { Finished } from './submitter.ts';

/** What the receipt of a finished application says. */
export function paperOf(finished: Finished, place: Place, number: string, qr: string): ReceiptPaper {
  return {
    format: 1,
    locale: finished.locale,
    ...(finished.largeType ? { largeType: true } : {}),
    office: place.office,
    kiosk: place.kiosk,
    number,
    matter: finished.procedure.title,
    received: momentInCity(finished.completedAt),
    applicant: maskName(finished.applicant),
    documents: finished.documents
      .filter(({ holding }) => holding.state === 'to-follow')
      .map((document) => ({ title: unnamed(document, finished.procedure), due: dueText(document) })),
    ...settled(finished),
    next: finished.procedure.outcome.next,
    helpAt: place.helpAt,
    phone: place.phone,
    qr,
  };
}

/** What is dealt with, and how; left out where everything is to follow. */
function settled({ documents, procedure }: Finished): Pick<ReceiptPaper, 'settled'> {
  const dealtWith = documents.filter(({ holding }) => holding.state !== 'to-follow');
  if (dealtWith.length === 0) return {};
  return {
    settled: dealtWith.map((document) => ({
      title: unnamed(document, procedure),
      says: holdingText(document),
    })),
  };
}

/** '2026年11月24日 10:32' / '24 November 2026, 10:32'. */
export function momentInCity(at: Date): Text {
  const [day, time] = [showDay(dayInCity(at)), timeInCity(at)];
  return text(`${day['zh-CN']} ${time}`, `${day.en}, ${time}`);
}

/** A document's title without anybody's name: the paper's text stays on the machine. */
function unnamed({ id, rule }: NeededDocument, procedure: Procedure): Text {
  const title = procedure.documents.find((candidate) => candidate.id === rule)?.title ?? text(rule, rule);
  const item = id.slice(rule.length + 1);
  return item === '' ? title : text(`${title['zh-CN']}（第 ${item} 位）`, `${title.en} (no. ${item})`);
}
