// Threads judge by the procedures they were started with. What they do not know may have been published since: it is
// looked at again where the procedures are.
import type { Examined, Examiner } from './examine.ts';

export function lookingAgain(threads: Examiner, here: Examiner): Examiner {
  return {
    async examine(kiosk, sent) {
      const examined = await threads.examine(kiosk, sent);
      const again = examined.flatMap((one, index) => (isUnknown(one) ? (sent[index] ?? []) : []));
      if (again.length === 0) return examined;
      const looked = await here.examine(kiosk, again);
      return examined.map((one) => (isUnknown(one) ? (looked.shift() ?? one) : one));
    },
  };
}

function isUnknown(one: Examined): boolean {
  return one.ok && one.verdict.state === 'refused' && one.verdict.because === 'unknown-procedure';
}
