// A test sheet from the running kiosk, between two receipts.
import { text, type Text } from '../../domain/contract/text.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Paper } from '../printing/paper.ts';
import type { PrintWorker } from '../printing/print-worker.ts';
import { troubleText } from '../printing/printer-words.ts';
import { testSheet } from '../printing/test-sheet.ts';

export interface TestPrinted {
  isWell: boolean;
  says: Text;
}

export type TestPrint = () => Promise<TestPrinted>;

export function createTestPrint(worker: PrintWorker, paper: Paper, kiosk: Text, clock: Clock): TestPrint {
  return async () => {
    const sheet = testSheet({ paper, kiosk, at: clock.now() });
    const handed = await worker.test(sheet);
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
  };
}
