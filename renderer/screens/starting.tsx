import { useEffect, useRef } from 'react';
import { Mark } from '../../ui/icon.tsx';
import { texts } from '../text/texts.ts';

const ASK_AGAIN_MS = 2000;

/** Nobody answers yet: the kiosk is starting, or was started again. In both languages, as nobody has chosen one. */
export function Starting({ askAgain }: { askAgain: () => void }) {
  const ask = useRef(askAgain);
  useEffect(() => {
    ask.current = askAgain;
  });
  useEffect(() => {
    const asking = setInterval(() => ask.current(), ASK_AGAIN_MS);
    return () => clearInterval(asking);
  }, []);
  return (
    <main className="starting">
      <Mark />
      <div lang="zh-CN">
        <h1>{texts.startingTitle['zh-CN']}</h1>
        <p>{texts.startingHint['zh-CN']}</p>
      </div>
      <div lang="en">
        <p className="starting__title">{texts.startingTitle.en}</p>
        <p>{texts.startingHint.en}</p>
      </div>
    </main>
  );
}
