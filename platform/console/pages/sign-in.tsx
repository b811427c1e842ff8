import { useState, type FormEvent } from 'react';
import type { Locale } from '../../../domain/contract/text.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { Mark } from '../../../ui/icon.tsx';
import { texts } from '../text/texts.ts';
import { useLocale, useText } from '../text/use-text.ts';
import type { Session } from '../use-session.ts';

const REASONS = {
  'wrong-token': texts.tokenWrong,
  'no-answer': texts.noAnswer,
  over: texts.sessionOver,
} as const;

/** Asks for the token that the platform printed. */
export function SignIn({ session, onLocale }: { session: Session; onLocale: (locale: Locale) => void }) {
  const say = useText();
  const locale = useLocale();
  const [typed, setTyped] = useState('');
  const { because } = session;

  function submit(event: FormEvent): void {
    event.preventDefault();
    // Somebody may paste the whole address.
    session.enter(typed.trim().replace(/^.*#/, ''));
  }

  return (
    <main className="sign-in">
      <header className="rail__head">
        <Mark />
        <p className="name">
          {say(texts.product)}
          <small>{say(texts.desk)}</small>
        </p>
        <button
          type="button"
          className="sign-in__language"
          lang={locale === 'en' ? 'zh-CN' : 'en'}
          onClick={() => onLocale(locale === 'en' ? 'zh-CN' : 'en')}
        >
          {say(texts.languageOther)}
        </button>
      </header>
      <h1>{say(texts.signInTitle)}</h1>
      {/* The browser's own check would hold back a second try. */}
      <form onSubmit={submit} noValidate>
        <Field
          id="token"
          label={say(texts.token)}
          hint={say(texts.signInHint)}
          value={typed}
          onChange={setTyped}
          problem={because === null ? null : say(REASONS[because])}
          maxLength={300}
        />
        <Button look="strong" submits>
          {say(texts.signIn)}
        </Button>
      </form>
      <RidgeLine />
    </main>
  );
}

/** The hills of the city in one line: the only ornament there is. */
function RidgeLine() {
  return (
    <svg className="sign-in__ridge" viewBox="0 0 480 72" aria-hidden="true">
      <path d="M0 66C26 60 34 30 58 26C78 23 86 46 98 52C118 46 128 8 160 6C194 4 200 50 222 56C246 50 252 26 278 22C304 18 312 50 330 56C356 48 362 14 396 12C430 10 440 56 480 66" />
      <path d="M0 71H480" />
    </svg>
  );
}
