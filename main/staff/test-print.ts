// Test sheets from the running kiosk, between other sheets.
import { text, type Locale, type Text } from '../../domain/contract/text.ts';
import type { Clock } from '../../lib/clock.ts';
import type { HandOver } from '../printing/hand-over.ts';
import type { Paper } from '../printing/paper.ts';
import { troubleText } from '../printing/printer-words.ts';
import { testSheet } from '../printing/test-sheet.ts';

export interface TestPrinted {
  isWell: boolean;
  says: Text;
}

export type TestPrint = () => Promise<TestPrinted>;

/** Where a test sheet goes: what is in that printer, and how it is brought there between other sheets. */
export interface TestedPrinter {
  paper: Paper;
  hand: HandOver['hand'];
}

/** One sheet on each printer, one after the other. */
export function createTestPrint(printers: readonly TestedPrinter[], kiosk: Text, clock: Clock): TestPrint {
  return async () => {
    const tried: TestPrinted[] = [];
    for (const printer of printers) tried.push(await testOn(printer, kiosk, clock));
    const said = (locale: Locale) => tried.map(({ says }) => says[locale]);
    return {
      isWell: tried.every(({ isWell }) => isWell),
      says: text(said('zh-CN').join('；'), said('en').join('; ')),
    };
  };
}

async function testOn({ paper, hand }: TestedPrinter, kiosk: Text, clock: Clock): Promise<TestPrinted> {
  const sheet = testSheet({ paper, kiosk, at: clock.now() });
  const handed = await hand(sheet);
  const name = sheet.receiptNumber;
  if (handed.ok) {
    const says = text(
      `测试页 ${name} 已交给打印机，请看纸上写的对不对`,
      `Test sheet ${name} went to the printer. Look at it: it says what must be there`,
    );
    return { isWell: true, says };
  }
  const { found, todo } = troubleText(handed.error.code);
  const came =
    handed.error.state === 'unknown'
      ? text('不知道出来没有', 'may have come out or not')
      : text('没有打出来', 'was not printed');
  const says = text(
    `测试页${came['zh-CN']}：${found['zh-CN']}。${todo['zh-CN']}`,
    `The test sheet ${came.en}: ${found.en}. ${todo.en}`,
  );
  return { isWell: false, says };
}
